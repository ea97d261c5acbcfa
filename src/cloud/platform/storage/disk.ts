import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from './storage';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** So that what is in the folder lasts, too. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Files below a folder of ours. Each is written beside its place and moved there: a file is whole or not there. */
export function createDiskStorage(root: string): Storage {
  const fileOf = (name: string) => join(root, name);
  return {
    async put(name, bytes) {
      const file = fileOf(name);
      const folder = dirname(file);
      await mkdir(folder, { recursive: true });
      const own = `${file}.${randomBytes(6).toString('hex')}.part`;
      const handle = await open(own, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } catch (error) {
        await rm(own, { force: true });
        throw error;
      } finally {
        await handle.close();
      }
      await rename(own, file);
      await sync(folder);
    },
    async get(name) {
      try {
        return await readFile(fileOf(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}
