import { draftsOf, halfWritten } from './draft-keys';
import type { RootStore } from './root-store';

export interface ReplyContents {
  readonly words: string;
  readonly photos: readonly { readonly key: string }[];
}

interface Kept extends ReplyContents {
  /** By the phone's clock, epoch ms. */
  readonly keptAt: number;
}

/** What nobody went on with. */
const keptMs = 30 * 86_400_000;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'keptAt' in value &&
  'words' in value &&
  'photos' in value &&
  Array.isArray(value.photos);

/** One unfinished reply on the phone of whom it is by. */
export class KeptReply {
  private readonly personId: string | null;

  constructor(
    private readonly root: RootStore,
    /** Of what, and to what: `report.<id>.answer`. */
    private readonly place: string,
  ) {
    this.personId = root.sessions.me?.id ?? null;
  }

  read(): ReplyContents | null {
    const { root, personId } = this;
    this.dropOld();
    const kept = personId && root.device.storage.get(this.keyOf(personId));
    return isKept(kept) ? kept : null;
  }

  /** Nothing for whoever has left this phone meanwhile. */
  keep({ words, photos }: ReplyContents): void {
    const { root, personId } = this;
    if (personId === null) return;
    const { storage } = root.device;
    if (words === '' && photos.length === 0) storage.remove(this.keyOf(personId));
    else if (root.sessions.me?.id === personId) {
      const keys = photos.map(({ key }) => ({ key }));
      storage.set(this.keyOf(personId), { words, photos: keys, keptAt: root.parts.clock.now() });
    }
  }

  private keyOf(personId: string): string {
    return `${draftsOf(halfWritten.reply, personId)}${this.place}`;
  }

  /** Anybody's, after so long a time. */
  private dropOld(): void {
    const { device, parts } = this.root;
    for (const key of device.storage.keys()) {
      const kept = key.startsWith(`${halfWritten.reply}-draft.`) ? device.storage.get(key) : null;
      if (isKept(kept) && kept.keptAt < parts.clock.now() - keptMs) device.storage.remove(key);
    }
  }
}
