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

async function squareOf(file: string): Promise<string> {
  const bitmap = await createImageBitmap(await (await fetch(file)).blob());
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = pictureSize;
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  canvas.getContext('2d')?.drawImage(bitmap, left, top, side, side, 0, 0, pictureSize, pictureSize);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
}

export const picture: Picture = {
  async choose() {
    const file = await chosenFile();
    return file && URL.createObjectURL(file);
  },
  async shrink(file) {
    try {
      return (await squareOf(file)) || null;
    } catch {
      return null;
    } finally {
      URL.revokeObjectURL(file);
    }
  },
};
