import Taro from '@tarojs/taro';
import { CameraError } from './camera-error';
import type { Picture } from './picture';
import { compressed, fitted } from './picture-fit';
import { pictureSize } from './picture-size';

function base64Of(path: string | null): string | null {
  if (path === null) return null;
  try {
    const bytes = Taro.getFileSystemManager().readFileSync(path, 'base64');
    return typeof bytes === 'string' ? bytes : null;
  } catch {
    return null;
  }
}

const isRefusal = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  (('errno' in error && (error.errno === 103 || error.errno === 104)) ||
    ('errMsg' in error && /auth|permission|privacy|den(y|ied)/i.test(String(error.errMsg))));

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
  async choosePhotos(count, source) {
    try {
      const { tempFiles } = await Taro.chooseMedia({
        count,
        mediaType: ['image'],
        sourceType: [source],
        sizeType: ['compressed'],
      });
      return tempFiles.map(({ tempFilePath }) => tempFilePath);
    } catch (error) {
      if (isRefusal(error)) throw new CameraError('refused');
      return [];
    }
  },
  shrink: async (file) =>
    base64Of(await compressed(file, { compressedWidth: pictureSize, compressedHeight: pictureSize })),
  fit: async (file, size) => base64Of(await fitted(file, size)),
};
