import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { failureOf, type Failure } from './failure';
import { newKey } from './idempotency-key';

/** One thing at a time, and why it did not work. The same thing again is sent with the same key. */
export class Working {
  isWorking = false;
  failure: Failure | null = null;

  private open: { key: string; what: string } | null = null;

  constructor(private readonly now: () => number) {
    makeAutoObservable<Working, 'open' | 'now'>(
      this,
      { open: false, now: false, failure: observableRef },
      { autoBind: true },
    );
  }

  /** True when it is done. */
  async on(what: string, act: (key: string) => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    const open = this.open?.what === what ? this.open : { key: newKey(this.now()), what };
    this.open = open;
    this.isWorking = true;
    this.failure = null;
    try {
      await act(open.key);
      this.open = null;
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }

  forget(): void {
    this.failure = null;
  }
}
