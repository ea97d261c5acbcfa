import type { Position } from '../../contract/positions';
import type { PositionSource, ReportCategory } from '../../contract/reports';
import type { Failure } from '../failure';
import type { Storage } from '../platform/storage';
import { draftsOf, draftsPrefix } from './draft-keys';

export interface DraftPhoto {
  /** Of its file on the phone, and of its upload. */
  readonly key: string;
  /** Once the cloud has it. */
  readonly mediaId: string | null;
  /** Why the cloud does not take it; null while nothing was said against it. */
  readonly failure: Failure | null;
}

export interface DraftPlace {
  readonly position: Position;
  readonly source: PositionSource;
}

/** A report that is still on the phone. */
export interface ReportDraft {
  /** Of the draft. */
  readonly key: string;
  /** Of the report it becomes: the same on every try. */
  readonly sendKey: string;
  readonly personId: string;
  readonly communityId: string;
  /** By the phone's clock, ISO 8601. */
  readonly startedAt: string;
  readonly state: 'draft' | 'waiting' | 'refused';
  /** Its place in the queue; null before it was handed over. */
  readonly turn: number | null;
  /** The cloud was asked to take it and may have: until it says so, nothing is changed. */
  readonly isAsked: boolean;
  readonly photos: readonly DraftPhoto[];
  readonly category: ReportCategory | null;
  readonly words: string;
  readonly place: DraftPlace | null;
  readonly placeText: string;
  readonly isAnonymous: boolean;
  /** Why it is refused, or still waiting. */
  readonly failure: Failure | null;
}

/** What its person writes. */
export type DraftContents = Pick<
  ReportDraft,
  'category' | 'words' | 'place' | 'placeText' | 'isAnonymous' | 'photos'
>;

const keyOf = ({ personId, key }: { personId: string; key: string }): string => `${draftsOf(personId)}${key}`;

const isDraft = (value: unknown): value is ReportDraft =>
  typeof value === 'object' &&
  value !== null &&
  'sendKey' in value &&
  'personId' in value &&
  'photos' in value &&
  Array.isArray(value.photos);

/** Everybody's, the oldest first. */
export function restoreDrafts(storage: Storage): readonly ReportDraft[] {
  return storage
    .keys()
    .filter((key) => key.startsWith(draftsPrefix))
    .map((key) => storage.get(key))
    .filter(isDraft)
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

/** As it is on the phone by now: another window may have sent it. */
export function readDraft(storage: Storage, draft: ReportDraft): ReportDraft | null {
  const kept = storage.get(keyOf(draft));
  return isDraft(kept) ? kept : null;
}

/** False when the device has no room for it. */
export function keepDraft(storage: Storage, draft: ReportDraft): boolean {
  return storage.set(keyOf(draft), draft);
}

export function dropDraft(storage: Storage, draft: ReportDraft): void {
  storage.remove(keyOf(draft));
}
