import Taro from '@tarojs/taro';
import type { Picture } from './picture';
import { pictureSize } from './picture-size';

const quality = 80;

interface Size {
  compressedWidth?: number;
  compressedHeight?: number;
}

async function compressed(src: string, size: Size): Promise<string | null> {
  try {
    const { tempFilePath } = await Taro.compressImage({ src, quality, ...size });
    const bytes = Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64');
    return typeof bytes === 'string' ? bytes : null;
  } catch {
    return null;
  }
}

/** One side is named, the other follows; what is small enough stays. */
async function sizeOf(src: string, size: number): Promise<Size> {
  const { width, height } = await Taro.getImageInfo({ src });
  if (Math.max(width, height) <= size) return {};
  return width >= height ? { compressedWidth: size } : { compressedHeight: size };
}

export const picture: Picture = {
  // WeChat has a button of its own for this.
  choose: () => Promise.resolve(null),
  async choosePhoto() {
    try {
      const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'] });
      return tempFiles[0]?.tempFilePath ?? null;
    } catch {
      return null;
    }
  },
  shrink: (file) => compressed(file, { compressedWidth: pictureSize, compressedHeight: pictureSize }),
  async fit(file, size) {
    try {
      return await compressed(file, await sizeOf(file, size));
    } catch {
      return null;
    }
  },
};
