export interface Drawing {
  /** An SVG as a PNG of so many dots, base64; null where the device cannot draw it. */
  pngOf(svg: string, size: { width: number; height: number }): Promise<string | null>;
}

export declare const drawing: Drawing;
