import { join } from 'node:path';
import type { Clock } from '../clock';
import type { Settings } from '../settings';
import { createDiskStorage } from './disk';
import { createMemoryStorage } from './memory';
import { createS3Storage } from './s3';

/** Where large things are kept, by names of letters, digits, `-` and `/`. What has a name never changes. */
export interface Storage {
  /** A second time changes nothing. It is there for good once this is done. */
  put(name: string, bytes: Buffer): Promise<void>;
  /** null: not there. */
  get(name: string): Promise<Buffer | null>;
  /** Of what is not there: nothing. */
  remove(name: string): Promise<void>;
}

/** S3-compatible where it is set up, which all instances share; else the data folder; in memory where the data are. */
export function createStorage({ s3, dataDir }: Pick<Settings, 's3' | 'dataDir'>, clock: Clock): Storage {
  if (s3) return createS3Storage(s3, clock);
  return dataDir === null ? createMemoryStorage() : createDiskStorage(join(dataDir, 'media'));
}
