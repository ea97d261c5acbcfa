import { ApiFailure, plain, type Apis } from './api-failure';
import type { Host } from './host';

/** What is on the phone: path → bytes. WeChat's temporary files (`http://tmp/…`) and the app's own (`http://usr/…`). */
export type PhoneDisk = Map<string, Uint8Array>;

const missing = (path: string) => new ApiFailure(`no such file or directory ${path}`);

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** FileSystemManager, as far as it is used: at once, and thrown where it fails. */
function manager(disk: PhoneDisk) {
  const folders = new Set(['http://usr', 'http://tmp']);
  const read = (path: string): Uint8Array => {
    const bytes = disk.get(path);
    if (!bytes) throw missing(path);
    return bytes;
  };
  return {
    accessSync(path: string) {
      if (!disk.has(path) && !folders.has(path)) throw missing(path);
    },
    mkdirSync(path: string, isRecursive = false) {
      if (folders.has(path) && !isRecursive) throw new ApiFailure(`file already exists ${path}`);
      folders.add(path);
    },
    copyFileSync(from: string, to: string) {
      const folder = to.slice(0, to.lastIndexOf('/'));
      if (!folders.has(folder)) throw missing(folder);
      disk.set(to, read(from));
    },
    readFileSync: (path: string, encoding?: string) =>
      encoding ? Buffer.from(read(path)).toString(encoding as BufferEncoding) : bufferOf(read(path)),
    writeFileSync(path: string, data: string, encoding: BufferEncoding) {
      if (!folders.has(path.slice(0, path.lastIndexOf('/')))) throw missing(path);
      disk.set(path, Buffer.from(data, encoding));
    },
    unlinkSync(path: string) {
      if (!disk.delete(path)) throw missing(path);
    },
    readdirSync(folder: string) {
      const isThere = [...disk.keys()].some((path) => path.startsWith(`${folder}/`));
      if (!folders.has(folder) && !isThere) throw missing(folder);
      return [...disk.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1));
    },
  };
}

/** What a picture is like is for the test to say. */
export function fileApis(disk: PhoneDisk, host: Host): Apis {
  const files = manager(disk);
  return {
    immediate: { getFileSystemManager: () => files },
    answering: { getImageInfo: (options) => host.call('getImageInfo', plain(options)) },
  };
}
