import Taro from '@tarojs/taro';
import type { Download } from './download';

/** Texts for a desk belong on its computer; a spreadsheet opens, and is sent on from there. */
export const download: Download = {
  isAvailable: false,
  save: () => undefined,
  async handOver({ name, file }) {
    try {
      const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
      Taro.getFileSystemManager().writeFileSync(filePath, file, 'base64');
      await Taro.openDocument({ filePath, showMenu: true });
      return true;
    } catch {
      return false;
    }
  },
};
