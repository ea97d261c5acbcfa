import type { Storage } from '../../platform/storage';

/** What one has filled in so far; it survives leaving the page and the app. */
export interface GridDraft {
  readonly areas: readonly string[];
  readonly note: string;
}

export const emptyDraft: GridDraft = { areas: [], note: '' };

const isDraft = (value: unknown): value is GridDraft =>
  typeof value === 'object' &&
  value !== null &&
  'areas' in value &&
  Array.isArray(value.areas) &&
  value.areas.every((area) => typeof area === 'string') &&
  'note' in value &&
  typeof value.note === 'string';

/** On the device, of one person in one community. */
export class KeptDraft {
  private readonly key: string;

  constructor(
    private readonly storage: Storage,
    personId: string,
    communityId: string,
  ) {
    this.key = `grid-draft.${personId}.${communityId}`;
  }

  read(): GridDraft | null {
    const kept = this.storage.get(this.key);
    return isDraft(kept) ? { areas: kept.areas, note: kept.note } : null;
  }

  keep(draft: GridDraft): void {
    this.storage.set(this.key, draft);
  }

  forget(): void {
    this.storage.remove(this.key);
  }
}
