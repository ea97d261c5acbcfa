import { pictureSize } from './picture-size';
import type { Picture } from './picture';
import type { Drawing, Size } from './picture-drawing';

interface Choice {
  isMany?: boolean;
  isCamera?: boolean;
}

function chosenFiles({ isMany = false, isCamera = false }: Choice): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.multiple = isMany;
  if (isCamera) input.capture = 'environment';
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}

async function choose(): Promise<string | null> {
  const [file] = await chosenFiles({});
  return file ? URL.createObjectURL(file) : null;
}

function square({ width, height }: Size): Drawing {
  const side = Math.min(width, height);
  const [left, top] = [(width - side) / 2, (height - side) / 2];
  return { left, top, width: side, height: side, toWidth: pictureSize, toHeight: pictureSize };
}

/** How pictures are drawn is loaded with the first of them. */
const drawing = () => import('./picture-drawing');

async function base64Of(file: string, how: (size: Size) => Drawing): Promise<string | null> {
  const { drawn, jpegQuality } = await drawing();
  const canvas = await drawn(file, how);
  return canvas?.toDataURL('image/jpeg', jpegQuality).split(',')[1] || null;
}

export const picture: Picture = {
  choose,
  choosePhoto: choose,
  async choosePhotos(count, source) {
    const files = await chosenFiles({
      isMany: source === 'album' && count > 1,
      isCamera: source === 'camera',
    });
    return files.slice(0, count).map((file) => URL.createObjectURL(file));
  },
  shrink: (file) => base64Of(file, square),
  async fit(file, size) {
    const { whole } = await drawing();
    return base64Of(file, (found) => whole(found, size));
  },
};
