import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  pinBulletin,
  publishBulletin,
  scheduleBulletin,
  withdrawBulletin,
  type ManagedBulletin,
} from '../../../contract/bulletins';
import { failureOf, type Failure } from '../../failure';
import type { RootStore } from '../../root-store';

type Bulletin = Pick<ManagedBulletin, 'id' | 'communityId' | 'version'>;

/** What is done with a bulletin that is written. Each step answers with what it has become; null where it did not work. */
export class BulletinSteps {
  isWorking = false;
  failure: Failure | null = null;

  constructor(private readonly root: RootStore) {
    makeAutoObservable<BulletinSteps, 'root'>(
      this,
      { root: false, failure: observableRef },
      { autoBind: true },
    );
  }

  forgetFailure(): void {
    this.failure = null;
  }

  publish({ id: bulletinId, communityId, version }: Bulletin, reminds: boolean) {
    return this.take(() =>
      this.root.api.call(publishBulletin, { bulletinId, communityId, version, reminds }),
    );
  }

  /** @param publishAt an instant; null: not by itself after all. */
  schedule({ id: bulletinId, communityId, version }: Bulletin, publishAt: string | null, reminds: boolean) {
    const question = { bulletinId, communityId, version, publishAt, reminds };
    return this.take(() => this.root.api.call(scheduleBulletin, question));
  }

  /** @param until a day; null: no longer. */
  pin({ id: bulletinId, communityId, version }: Bulletin, until: string | null) {
    return this.take(() => this.root.api.call(pinBulletin, { bulletinId, communityId, version, until }));
  }

  withdraw({ id: bulletinId, communityId, version }: Bulletin, reason: string) {
    return this.take(() =>
      this.root.api.call(withdrawBulletin, { bulletinId, communityId, version, reason }),
    );
  }

  private async take(ask: () => Promise<ManagedBulletin>): Promise<ManagedBulletin | null> {
    if (this.isWorking) return null;
    this.isWorking = true;
    this.failure = null;
    try {
      return await ask();
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return null;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
