import { pictureSize } from './picture-size';
import type { Picture } from './picture';

const quality = 0.85;

function chosenFile(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

async function choose(): Promise<string | null> {
  const file = await chosenFile();
  return file && URL.createObjectURL(file);
}

/** A part of the picture, drawn in another size. */
interface Drawing {
  left: number;
  top: number;
  width: number;
  height: number;
  toWidth: number;
  toHeight: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function square({ width, height }: Size): Drawing {
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  return { left, top, width: side, height: side, toWidth: pictureSize, toHeight: pictureSize };
}

function whole({ width, height }: Size, size: number): Drawing {
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

async function drawn(file: string, how: (size: Size) => Drawing): Promise<string | null> {
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
    canvas.getContext('2d')?.drawImage(image, left, top, width, height, 0, 0, toWidth, toHeight);
    return canvas.toDataURL('image/jpeg', quality).split(',')[1] || null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(file);
  }
}

export const picture: Picture = {
  choose,
  choosePhoto: choose,
  shrink: (file) => drawn(file, square),
  fit: (file, size) => drawn(file, (found) => whole(found, size)),
};
