import sharp from 'sharp';

/** A picture that unpacks to more is not looked at. */
const maxPixels = 40_000_000;

/** How a picture is kept. */
export interface PictureShape {
  /** Pixels: of a square for `cover`, of the longer side for `inside`; nothing is made larger. */
  size: number;
  fit: 'cover' | 'inside';
}

export class PictureUnreadable extends Error {}

const startsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).toString('latin1') === text;

/** Told by its own first bytes; whatever else a decoder might take is none of ours. */
const isPicture = (bytes: Buffer): boolean =>
  startsWith(bytes, '\xff\xd8\xff') ||
  startsWith(bytes, '\x89PNG\r\n\x1a\n') ||
  (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8));

async function shaped(bytes: Buffer, { size, fit }: PictureShape): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .rotate()
    .resize(size, size, { fit, withoutEnlargement: fit === 'inside' })
    .webp({ quality: 82 })
    .toBuffer();
}

/**
 * The one door for pictures: upright, as WebP in each of the shapes, and nothing but its pixels; where and with what it
 * was taken is gone. Throws PictureUnreadable.
 */
export async function reencoded<const Shapes extends readonly PictureShape[]>(
  base64: string,
  shapes: Shapes,
): Promise<{ [Index in keyof Shapes]: Buffer }> {
  const bytes = Buffer.from(base64, 'base64');
  if (!isPicture(bytes)) throw new PictureUnreadable();
  try {
    const made: unknown = await Promise.all(shapes.map((shape) => shaped(bytes, shape)));
    return made as { [Index in keyof Shapes]: Buffer };
  } catch {
    throw new PictureUnreadable();
  }
}
