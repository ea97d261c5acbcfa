/** A part of a picture, drawn in another size. */
export interface Drawing {
  left: number;
  top: number;
  width: number;
  height: number;
  toWidth: number;
  toHeight: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const jpegQuality = 0.85;

/** All of it, the longer side no longer than so many pixels. */
export function whole({ width, height }: Size, size: number): Drawing {
  const by = Math.min(1, size / Math.max(width, height));
  return {
    left: 0,
    top: 0,
    width,
    height,
    toWidth: Math.round(width * by),
    toHeight: Math.round(height * by),
  };
}

/** Upright, whichever way the camera was held, and without what it wrote beside the picture. Null where it is none. */
export async function drawn(file: string, how: (size: Size) => Drawing): Promise<HTMLCanvasElement | null> {
  try {
    // An element is shown upright by every browser, and needs no leave to connect to `blob:`.
    const image = new Image();
    image.src = file;
    await image.decode();
    const { left, top, width, height, toWidth, toHeight } = how({
      width: image.naturalWidth,
      height: image.naturalHeight,
    });
    const canvas = document.createElement('canvas');
    canvas.width = toWidth;
    canvas.height = toHeight;
    const brush = canvas.getContext('2d');
    if (!brush) return null;
    brush.drawImage(image, left, top, width, height, 0, 0, toWidth, toHeight);
    return canvas;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(file);
  }
}
