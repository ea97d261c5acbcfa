import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Cache } from './cache';
import type { Clock } from './clock';
import { failureOf, type Failure } from './failure';

export type RemoteStatus = 'idle' | 'loading' | 'ready' | 'failed';

export interface Question<T> {
  /** What is asked. Two loads of one question are one; another question drops the answer to the one before. */
  readonly key: string;
  /** Name of the device's copy, read before and written after; null where nothing is kept. */
  readonly copy: () => string | null;
  readonly read: () => Promise<T>;
  /** What to show of a fresh answer, given what is shown. */
  readonly accept?: (fresh: T, shown: T | null) => T;
}

export interface RemoteParts {
  readonly cache: Cache;
  readonly clock: Clock;
}

/** An answer of the cloud: the device's copy first, then the fresh one. */
export class Remote<T> {
  status: RemoteStatus = 'idle';
  data: T | null = null;
  failure: Failure | null = null;
  /** Epoch, ms: when the cloud said what `data` says. */
  loadedAt: number | null = null;
  /** `data` comes from before: the fresh answer is on its way, or did not come. */
  isStale = false;

  private turn = 0;
  private asked: { key: string; copy: string | null } | null = null;
  private flight: { key: string; done: Promise<void> } | null = null;

  constructor(private readonly parts: RemoteParts) {
    makeAutoObservable<Remote<T>, 'parts' | 'turn' | 'asked' | 'flight'>(
      this,
      {
        data: observableRef,
        failure: observableRef,
        parts: false,
        turn: false,
        asked: false,
        flight: false,
      },
      { autoBind: true },
    );
  }

  load(question: Question<T>): Promise<void> {
    if (this.flight?.key === question.key) return this.flight.done;
    this.begin(question);
    const turn = ++this.turn;
    const done = this.answer(question, turn);
    this.flight = { key: question.key, done };
    return done;
  }

  /** More of the same, added behind what is shown; dropped when something else was asked meanwhile. */
  async extend(more: (shown: T) => Promise<T>): Promise<void> {
    const turn = this.turn;
    if (this.data === null) return;
    const longer = await more(this.data);
    if (turn === this.turn) runInAction(() => (this.data = longer));
  }

  /** What the cloud said when something was changed; a read still under way is older than that and is dropped. */
  take(fresh: T): void {
    this.turn += 1;
    this.flight = null;
    this.show(fresh, this.parts.clock.now());
    this.status = 'ready';
    this.failure = null;
    const name = this.asked?.copy ?? null;
    if (name !== null) this.parts.cache.write(name, fresh);
  }

  /** As if nothing had been asked. */
  reset(): void {
    this.turn += 1;
    this.asked = null;
    this.flight = null;
    this.status = 'idle';
    this.show(null, null);
    this.failure = null;
  }

  private begin({ key, copy }: Question<T>): void {
    const name = copy();
    const isSame = this.asked?.key === key || (name !== null && this.asked?.copy === name);
    this.asked = { key, copy: name };
    this.status = 'loading';
    if (!isSame) {
      this.show(null, null);
      this.failure = null;
    }
    if (this.data === null && name !== null) {
      const kept = this.parts.cache.read<T>(name);
      if (kept) this.show(kept.data, kept.at);
    }
    this.isStale = this.data !== null;
  }

  private async answer({ read, copy, accept }: Question<T>, turn: number): Promise<void> {
    try {
      const fresh = await read();
      if (turn !== this.turn) return;
      runInAction(() => {
        this.show(accept ? accept(fresh, this.data) : fresh, this.parts.clock.now());
        this.status = 'ready';
        this.failure = null;
        this.flight = null;
      });
      const name = copy();
      if (name !== null) this.parts.cache.write(name, fresh);
    } catch (error) {
      if (turn !== this.turn) return;
      runInAction(() => {
        this.status = 'failed';
        this.failure = failureOf(error);
        this.isStale = this.data !== null;
        this.flight = null;
      });
    }
  }

  private show(data: T | null, loadedAt: number | null): void {
    this.data = data;
    this.loadedAt = loadedAt;
    this.isStale = false;
  }
}
