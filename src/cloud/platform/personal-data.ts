import type { Queries } from './database';

/** What a concept keeps about people. Every table that names a person is in the hands of one of these. */
export interface PersonalData {
  /** Heading in the export, zh-CN. */
  readonly title: string;
  /** Everything kept about the person, in words they can read: plain JSON. */
  collect(from: Queries, personId: string): Promise<unknown>;
  /** Nothing names the person afterwards; what counts stays. */
  forget(tx: Queries, personId: string): Promise<void>;
  /** What was `from`'s is `into`'s afterwards. */
  merge(tx: Queries, from: string, into: string): Promise<void>;
}
