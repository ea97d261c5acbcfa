import type { MediaPurpose } from '../contract/media';
import type { Api } from './api';
import { draftsOf } from './draft-keys';
import type { Failure } from './failure';
import type { Storage } from './platform/storage';

export interface DraftPhoto {
  /** Of its file on the phone, and of its upload. */
  readonly key: string;
  /** Once the cloud has it. */
  readonly mediaId: string | null;
  /** Why the cloud does not take it; null while nothing was said against it. */
  readonly failure: Failure | null;
}

/** What is known of anything that is still on the phone. */
export interface DraftFrame {
  /** Of the draft. */
  readonly key: string;
  /** Of what it becomes: the same on every try. */
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
  /** Why it is refused, or still waiting. */
  readonly failure: Failure | null;
}

export type Draft<Contents> = DraftFrame & Contents;

/** What drafts of a kind become, and how. */
export interface DraftKind<Contents, Made> {
  /** Begins the names under which they are kept. */
  readonly name: string;
  readonly empty: Contents;
  readonly mostPhotos: number;
  readonly purpose: MediaPurpose;
  /** What the cloud says when it no longer has a photo that was sent. */
  readonly photosGone: readonly string[];
  /** Its photos have been sent by then. Throws CallFailed. */
  send(api: Api, draft: Draft<Contents>): Promise<Made>;
}

const isDraft = (value: unknown): value is DraftFrame =>
  typeof value === 'object' &&
  value !== null &&
  'sendKey' in value &&
  'personId' in value &&
  'photos' in value &&
  Array.isArray(value.photos);

const keyOf = (kind: string, { personId, key }: DraftFrame): string => `${draftsOf(kind, personId)}${key}`;

/** One kind of draft on this device. */
export class KeptDrafts<Contents extends object> {
  constructor(
    private readonly storage: Storage,
    private readonly kind: Pick<DraftKind<Contents, unknown>, 'name' | 'empty'>,
  ) {}

  /** Everybody's, the oldest first. */
  restore(): readonly Draft<Contents>[] {
    return this.storage
      .keys()
      .filter((key) => key.startsWith(`${this.kind.name}-draft.`))
      .map((key) => this.storage.get(key))
      .filter(isDraft)
      .map((kept) => this.whole(kept))
      .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  }

  /** As it is on the phone by now: another window may have sent it. */
  has(draft: DraftFrame): boolean {
    return isDraft(this.storage.get(keyOf(this.kind.name, draft)));
  }

  /** False when the device has no room for it. */
  keep(draft: Draft<Contents>): boolean {
    return this.storage.set(keyOf(this.kind.name, draft), draft);
  }

  drop(draft: DraftFrame): void {
    this.storage.remove(keyOf(this.kind.name, draft));
  }

  /** What an older version kept may lack a field. */
  private whole(kept: DraftFrame): Draft<Contents> {
    return { ...this.kind.empty, ...kept };
  }
}

/** Names of photos that anything kept speaks of: drafts of whatever kind, and work under way. */
export function keptPhotos(storage: Storage): readonly string[] {
  return storage
    .keys()
    .filter((key) => /^[a-z]+-(draft|work)\./.test(key))
    .map((key) => storage.get(key))
    .flatMap((kept) => (hasPhotos(kept) ? kept.photos.map(({ key }) => key) : []));
}

const hasPhotos = (value: unknown): value is { photos: readonly { key: string }[] } =>
  typeof value === 'object' && value !== null && 'photos' in value && Array.isArray(value.photos);
