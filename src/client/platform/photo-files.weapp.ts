import Taro from '@tarojs/taro';
import type { PhotoFiles } from './photo-files';
import { fitted } from './picture-fit';

const folder = () => `${Taro.env.USER_DATA_PATH}/photos`;
const ending = '.jpg';
const pathOf = (name: string) => `${folder()}/${name}${ending}`;

function ensureFolder(): void {
  try {
    Taro.getFileSystemManager().mkdirSync(folder(), true);
  } catch {
    // It is there already.
  }
}

function exists(path: string): boolean {
  try {
    Taro.getFileSystemManager().accessSync(path);
    return true;
  } catch {
    return false;
  }
}

/** In the app's own folder: WeChat empties the one of temporary files when it likes. */
export const photoFiles: PhotoFiles = {
  async keep(file, name, size) {
    const made = await fitted(file, size);
    if (made === null) return 'unreadable';
    ensureFolder();
    try {
      Taro.getFileSystemManager().copyFileSync(made, pathOf(name));
      return 'kept';
    } catch {
      return 'full';
    }
  },
  bytesOf(name) {
    try {
      const bytes = Taro.getFileSystemManager().readFileSync(pathOf(name));
      return Promise.resolve(typeof bytes === 'string' ? null : new Uint8Array(bytes));
    } catch {
      return Promise.resolve(null);
    }
  },
  urlOf: (name) => Promise.resolve(exists(pathOf(name)) ? pathOf(name) : null),
  remove(name) {
    try {
      Taro.getFileSystemManager().unlinkSync(pathOf(name));
    } catch {
      // It may be gone already.
    }
    return Promise.resolve();
  },
  names() {
    try {
      const files = Taro.getFileSystemManager().readdirSync(folder());
      return Promise.resolve(files.map((name) => name.replace(ending, '')));
    } catch {
      return Promise.resolve([]);
    }
  },
};
