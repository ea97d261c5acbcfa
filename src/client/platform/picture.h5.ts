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

function square({ width, height }: ImageBitmap): Drawing {
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  return { left, top, width: side, height: side, toWidth: pictureSize, toHeight: pictureSize };
}

function whole({ width, height }: ImageBitmap, size: number): Drawing {
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

async function drawn(file: string, how: (bitmap: ImageBitmap) => Drawing): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(await (await fetch(file)).blob());
    const { left, top, width, height, toWidth, toHeight } = how(bitmap);
    const canvas = document.createElement('canvas');
    canvas.width = toWidth;
    canvas.height = toHeight;
    canvas.getContext('2d')?.drawImage(bitmap, left, top, width, height, 0, 0, toWidth, toHeight);
    bitmap.close();
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
  fit: (file, size) => drawn(file, (bitmap) => whole(bitmap, size)),
};
