import type { Position } from '../../contract/positions';
import type { Failure } from '../failure';
import type { Storage } from '../platform/storage';

export interface WorkPhoto {
  /** Of its file on the phone, and of its upload. */
  readonly key: string;
  /** Once the cloud has it. */
  readonly mediaId: string | null;
  /** Why the cloud does not take it; null while nothing was said against it. */
  readonly failure: Failure | null;
}

/** What somebody is about to say of a report they deal with. */
export interface Work {
  readonly words: string;
  readonly receiver: string;
  /** `2026-11-23`; empty where none is named. */
  readonly day: string;
  /** `17:30` */
  readonly time: string;
  /** Of a look on the spot; null until they say. */
  readonly isMended: boolean | null;
  readonly photos: readonly WorkPhoto[];
  /** The cloud was asked and has not answered: the same is asked again, so that it is done once. */
  readonly asked: {
    readonly key: string;
    readonly version: number;
    readonly position: Position | null;
  } | null;
}

export const emptyWork: Work = {
  words: '',
  receiver: '',
  day: '',
  time: '18:00',
  isMended: null,
  photos: [],
  asked: null,
};

interface Kept extends Work {
  /** By the phone's clock, epoch ms. */
  readonly keptAt: number;
}

const prefix = 'report-work.';
/** What nobody went on with. */
const keptMs = 30 * 86_400_000;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'keptAt' in value &&
  'photos' in value &&
  Array.isArray(value.photos);

/** On the device, of one person: what they write and photograph, until the cloud has it. */
export class KeptWork {
  private readonly own: string;

  constructor(
    private readonly storage: Storage,
    personId: string,
  ) {
    this.own = `${prefix}${personId}.`;
  }

  read(reportId: string, action: string): Work | null {
    const kept = this.storage.get(this.keyOf(reportId, action));
    return isKept(kept) ? { ...emptyWork, ...kept } : null;
  }

  /** False when the device has no room for it. */
  keep(reportId: string, action: string, work: Work, now: number): boolean {
    return this.storage.set(this.keyOf(reportId, action), { ...work, keptAt: now });
  }

  forget(reportId: string, action: string): void {
    this.storage.remove(this.keyOf(reportId, action));
  }

  /** Reports that something is kept for. */
  reports(): ReadonlySet<string> {
    const mine = this.storage.keys().filter((key) => key.startsWith(this.own));
    return new Set(mine.map((key) => key.slice(this.own.length).split('.')[0] ?? ''));
  }

  /** Anybody's, after so long a time. */
  dropOld(now: number): void {
    for (const key of this.storage.keys()) {
      const kept = key.startsWith(prefix) ? this.storage.get(key) : null;
      if (isKept(kept) && kept.keptAt < now - keptMs) this.storage.remove(key);
    }
  }

  private keyOf(reportId: string, action: string): string {
    return `${this.own}${reportId}.${action}`;
  }
}
