import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataKey, Settings } from './settings';

interface KeptKeys {
  dataKeys: { id: string; key: string }[];
  indexKey: string;
}

const made = (): KeptKeys => ({
  dataKeys: [{ id: 'own-1', key: randomBytes(32).toString('base64') }],
  indexKey: randomBytes(32).toString('base64'),
});

/** Reads the file, made with new keys the first time; whoever comes second reads what the first made. */
function keptIn(folder: string): KeptKeys {
  const file = join(folder, 'keys.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const own = `${file}.${process.pid}`;
    writeFileSync(own, JSON.stringify(made(), null, 2), { mode: 0o600, flush: true });
    try {
      linkSync(own, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(own);
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as KeptKeys;
}

/**
 * The keys of the settings; a server that was not given any makes its own once and keeps them beside its data, outside
 * the database, readable by its user alone. In memory where the data are.
 */
export function dataKeysOf({
  dataKeys,
  indexKey,
  dataDir,
}: Pick<Settings, 'dataKeys' | 'indexKey' | 'dataDir'>): { keys: readonly DataKey[]; indexKey: Buffer } {
  if (dataKeys && indexKey) return { keys: dataKeys, indexKey };
  const kept = dataDir === null ? made() : keptIn(dataDir);
  const own = kept.dataKeys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') }));
  // Keys given later seal from then on; what our own sealed still opens.
  return { keys: [...(dataKeys ?? []), ...own], indexKey: indexKey ?? Buffer.from(kept.indexKey, 'base64') };
}
