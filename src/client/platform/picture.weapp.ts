import Taro from '@tarojs/taro';
import type { Picture } from './picture';
import { pictureSize } from './picture-size';

const quality = 80;

export const picture: Picture = {
  // WeChat has a button of its own for this.
  choose: () => Promise.resolve(null),
  async shrink(file) {
    try {
      const { tempFilePath } = await Taro.compressImage({
        src: file,
        quality,
        compressedWidth: pictureSize,
        compressedHeight: pictureSize,
      });
      const bytes = Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64');
      return typeof bytes === 'string' ? bytes : null;
    } catch {
      return null;
    }
  },
};
