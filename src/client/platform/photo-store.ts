import type { PhotoFiles } from './photo-files';
import { drawn, jpegQuality, whole } from './picture-drawing';

const database = 'nuanxin-photos';
const table = 'photos';

let opened: Promise<IDBDatabase> | null = null;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unreadable'));
  });

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => void request.result.createObjectStore(table);
  return settled(request);
}

function open(): Promise<IDBDatabase> {
  opened ??= openDatabase().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function inTable<T>(
  mode: IDBTransactionMode,
  work: (photos: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await open()).transaction(table, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
  const result = await settled(work(transaction.objectStore(table)));
  // Written is what survives the browser's end, not what was asked for.
  await done;
  return result;
}

const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality));

const shown = new Map<string, string>();

function forget(name: string): void {
  const url = shown.get(name);
  if (url) URL.revokeObjectURL(url);
  shown.delete(name);
}

/** In IndexedDB, as buffers: some browsers lose files there. */
export const photoFiles: PhotoFiles = {
  async keep(file, name, size) {
    const canvas = await drawn(file, (found) => whole(found, size));
    const jpeg = canvas && (await jpegOf(canvas));
    if (!jpeg) return 'unreadable';
    const bytes = await jpeg.arrayBuffer();
    try {
      await inTable('readwrite', (photos) => photos.put(bytes, name));
      return 'kept';
    } catch {
      return 'full';
    }
  },
  async bytesOf(name) {
    const bytes: unknown = await inTable('readonly', (photos) => photos.get(name) as IDBRequest<unknown>);
    return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : null;
  },
  async urlOf(name) {
    const known = shown.get(name);
    if (known) return known;
    const bytes = await this.bytesOf(name).catch(() => null);
    if (!bytes) return null;
    const url = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: 'image/jpeg' }));
    shown.set(name, url);
    return url;
  },
  async remove(name) {
    forget(name);
    await inTable('readwrite', (photos) => photos.delete(name)).catch(() => undefined);
  },
  async names() {
    const keys = await inTable('readonly', (photos) => photos.getAllKeys()).catch((): IDBValidKey[] => []);
    return keys.flatMap((key) => (typeof key === 'string' ? [key] : []));
  },
};
