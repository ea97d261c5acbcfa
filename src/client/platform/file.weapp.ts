import Taro from '@tarojs/taro';
import type { FilePicker } from './file';

export const filePicker: FilePicker = {
  // Files come out of a chat there: somebody sends the spreadsheet to themselves first.
  async choose(endings) {
    try {
      const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] });
      const [chosen] = tempFiles;
      if (!chosen) return null;
      const file = Taro.getFileSystemManager().readFileSync(chosen.path, 'base64');
      return typeof file === 'string' ? { name: chosen.name, file, bytes: chosen.size } : null;
    } catch {
      return null;
    }
  },
};
