import type { Storage } from './storage';

export function createMemoryStorage(): Storage {
  const held = new Map<string, Buffer>();
  return {
    put: async (name, bytes) => void held.set(name, bytes),
    get: async (name) => held.get(name) ?? null,
    remove: async (name) => void held.delete(name),
  };
}
