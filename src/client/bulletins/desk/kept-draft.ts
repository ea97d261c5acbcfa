import type { Storage } from '../../platform/storage';
import { draftsOf, halfWritten } from '../../draft-keys';
import type { BulletinDraft } from './bulletin-draft';

/** What was being written on this device, and the version of the cloud's it began with; 0: of none. */
export interface KeptDraft {
  readonly draft: BulletinDraft;
  readonly version: number;
}

const keyOf = (personId: string, communityId: string, bulletinId: string | undefined) =>
  `${draftsOf(halfWritten.bulletin, personId)}${communityId}.${bulletinId ?? 'new'}`;

const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'draft' in value && 'version' in value;

/** One half-written bulletin of a person on this device. */
export class DraftPlace {
  private readonly key: string;

  constructor(
    private readonly storage: Storage,
    {
      personId,
      communityId,
      bulletinId,
    }: { personId: string; communityId: string; bulletinId: string | undefined },
  ) {
    this.key = keyOf(personId, communityId, bulletinId);
  }

  read(): KeptDraft | null {
    const kept = this.storage.get(this.key);
    return isKept(kept) ? kept : null;
  }

  write(kept: KeptDraft): boolean {
    return this.storage.set(this.key, kept);
  }

  forget(): void {
    this.storage.remove(this.key);
  }
}
