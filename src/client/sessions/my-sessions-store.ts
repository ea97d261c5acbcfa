import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { listMySessions, revokeAllSessions, revokeSession, type MySession } from '../../contract/sessions';
import { failureOf, type Failure } from '../failure';
import { Remote } from '../remote';
import type { RootStore } from '../root-store';

/** Where its person is signed in; made by the page. */
export class MySessionsStore {
  readonly list: Remote<readonly MySession[]>;
  isWorking = false;
  failure: Failure | null = null;

  constructor(private readonly root: RootStore) {
    this.list = new Remote(root.parts);
    makeAutoObservable<MySessionsStore, 'root'>(
      this,
      { list: false, root: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    return this.list.load({
      key: 'my-sessions',
      copy: () => null,
      read: async () => (await this.root.api.call(listMySessions, {})).items,
    });
  }

  /** One of the others. True when it has ended. */
  end(sessionId: string): Promise<boolean> {
    return this.work(async () => {
      await this.root.api.call(revokeSession, { sessionId });
      const left = this.list.data?.filter(({ id }) => id !== sessionId);
      if (left) this.list.take(left);
    });
  }

  /** All of them, this one too. */
  endAll(): Promise<boolean> {
    return this.work(async () => {
      await this.root.api.call(revokeAllSessions, {});
      this.root.sessions.leave();
    });
  }

  private async work(ask: () => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      await ask();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
