import type { PhotoFiles } from './photo-files';

/** Loaded with the first photo. */
const store = async (): Promise<PhotoFiles> => (await import('./photo-store')).photoFiles;

export const photoFiles: PhotoFiles = {
  keep: async (file, name, size) => (await store()).keep(file, name, size),
  bytesOf: async (name) => (await store()).bytesOf(name),
  urlOf: async (name) => (await store()).urlOf(name),
  remove: async (name) => (await store()).remove(name),
  names: async () => (await store()).names(),
};
