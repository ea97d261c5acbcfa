export interface Clipboard {
  /** false when the device does not allow it. */
  copy(text: string): Promise<boolean>;
}

export declare const clipboard: Clipboard;
