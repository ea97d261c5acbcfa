import { makeAutoObservable } from 'mobx';
import { countDrafts } from './draft-keys';
import type { Platform } from './platform/platform';
import type { PersonChange, SessionsStore } from './sessions/store';

/** A store that sends what waits on the phone. */
interface Sending {
  readonly drafts: { send(): Promise<void> };
  changePerson(change: PersonChange): void;
}

interface Parts<Store> {
  readonly device: Platform;
  readonly sessions: SessionsStore;
  /** Begins the names under which they are kept. */
  readonly name: string;
  /** Makes the store with code that is loaded only now. */
  readonly load: () => Promise<Store>;
}

/**
 * The way to what is written on the phone, small enough for the first page: the rest is loaded when something waits, or
 * a page of theirs opens.
 */
export class DraftsDoor<Store extends Sending> {
  /** Of the person shown. */
  count: number;

  private store: Store | null = null;

  constructor(private readonly parts: Parts<Store>) {
    this.count = this.counted();
    makeAutoObservable<DraftsDoor<Store>, 'parts' | 'store'>(
      this,
      { parts: false, store: false },
      { autoBind: true },
    );
  }

  /** For the pages, which have the store's code with them. */
  opened(make: () => Store): Store {
    this.store ??= make();
    return this.store;
  }

  load(): Promise<Store> {
    return this.parts.load();
  }

  /** There may be a way to the cloud now. */
  async wake(): Promise<void> {
    if (this.counted() > 0) await (await this.load()).drafts.send();
  }

  changePerson(change: PersonChange): void {
    if (this.store) this.store.changePerson(change);
    else this.show(this.counted());
    if (!this.store && change.to !== null) void this.wake();
  }

  show(count: number): void {
    this.count = count;
  }

  private counted(): number {
    const { device, sessions, name } = this.parts;
    return sessions.me ? countDrafts(device.storage, name, sessions.me.id) : 0;
  }
}
