import { availableParallelism } from 'node:os';
import sharp, { type Sharp } from 'sharp';
import { mediaLimits } from '../../contract/media';
import { createGate } from './gate';

// What was decoded once is not asked for again; one picture is the work of one thread, several are worked on at once.
sharp.cache(false);
sharp.concurrency(1);

/** How many are decoded at once, which bounds the memory: others wait for their turn. */
const turns = createGate(Math.min(3, availableParallelism()), 60);
const mostSeconds = 20;

/** How a picture is kept. */
export interface PictureShape {
  /** Pixels: of a square for `cover`, of the longer side for `inside`, which makes nothing larger. */
  size: number;
  fit: 'cover' | 'inside';
  format: 'webp' | 'jpeg';
}

/** `kind`: none of ours; `pixels`: too many; `broken`: it can not be decoded. */
export class PictureUnreadable extends Error {
  constructor(readonly reason: 'kind' | 'pixels' | 'broken') {
    super(`picture: ${reason}`);
  }
}

const startsWith = (bytes: Buffer, text: string, at = 0) =>
  bytes.subarray(at, at + text.length).toString('latin1') === text;

type Kind = 'jpeg' | 'png' | 'webp';

/** Told by its own first bytes; whatever else a decoder might take is none of ours. */
function kindOf(bytes: Buffer): Kind {
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  throw new PictureUnreadable('kind');
}

interface Size {
  width: number;
  height: number;
}

/** Of the upright picture, from its header alone: nothing is decoded that is too large. */
async function sizeOf(bytes: Buffer, kind: Kind): Promise<Size> {
  const { format, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== kind) throw new PictureUnreadable('kind');
  const { width, height } = autoOrient;
  if (width * height > mediaLimits.pixels) throw new PictureUnreadable('pixels');
  return { width, height };
}

/** No larger than the shapes need: a JPEG is not even decoded in full. */
function decodedSize({ width, height }: Size, shapes: readonly PictureShape[]): Size {
  const scales = shapes.map(
    ({ size, fit }) => size / (fit === 'inside' ? Math.max(width, height) : Math.min(width, height)),
  );
  const scale = Math.min(1, Math.max(...scales));
  const scaled = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

async function decoded(bytes: Buffer, { width, height }: Size): Promise<Sharp> {
  const { data, info } = await sharp(bytes, { limitInputPixels: mediaLimits.pixels, failOn: 'error' })
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb')
    .timeout({ seconds: mostSeconds })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

/** A picture as it is kept. */
export interface MadePicture extends Size {
  bytes: Buffer;
}

async function shaped(pixels: Sharp, { size, fit, format }: PictureShape): Promise<MadePicture> {
  const resized = pixels.clone().resize(size, size, { fit, withoutEnlargement: fit === 'inside' });
  const encoded =
    format === 'webp'
      ? resized.webp({ quality: 82 })
      : resized.flatten({ background: '#ffffff' }).jpeg({ quality: 80 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

type MadeOf<Shapes extends readonly PictureShape[]> = { [Index in keyof Shapes]: MadePicture };

export interface Remade<Shapes extends readonly PictureShape[]> {
  /** Of what came in. */
  contentType: `image/${Kind}`;
  pictures: MadeOf<Shapes>;
}

/**
 * The one door for pictures: upright, in each of the shapes, and nothing but its pixels; where and with what it was
 * taken, further frames and whatever was hidden behind them are gone. Throws PictureUnreadable.
 */
async function remade<const Shapes extends readonly PictureShape[]>(
  bytes: Buffer,
  shapes: Shapes,
): Promise<Remade<Shapes>> {
  const kind = kindOf(bytes);
  try {
    const pixels = await decoded(bytes, decodedSize(await sizeOf(bytes, kind), shapes));
    const pictures: unknown = await Promise.all(shapes.map((shape) => shaped(pixels, shape)));
    return { contentType: `image/${kind}`, pictures: pictures as MadeOf<Shapes> };
  } catch (error) {
    throw error instanceof PictureUnreadable ? error : new PictureUnreadable('broken');
  }
}

/** What `load` fetches when its turn has come; `use` is given what came in, and what was made of it. */
export async function remadeInTurn<const Shapes extends readonly PictureShape[], Result>(
  load: () => Promise<Buffer>,
  shapes: Shapes,
  use: (bytes: Buffer, made: Remade<Shapes>) => Promise<Result>,
): Promise<Result> {
  return turns(async () => {
    const bytes = await load();
    return use(bytes, await remade(bytes, shapes));
  });
}

/** Of a small picture that travels in JSON. */
export async function reencoded<const Shapes extends readonly PictureShape[]>(
  base64: string,
  shapes: Shapes,
): Promise<MadeOf<Shapes>> {
  return turns(async () => (await remade(Buffer.from(base64, 'base64'), shapes)).pictures);
}
