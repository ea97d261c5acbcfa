import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { privacyNoticeVersion } from '../../../contract/consents';
import { getMyPartyReport, removeMyPartyReport, reportIn, type PartyReport } from '../../../contract/members';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** One's own report as a party member. Nothing of it is kept on the device. */
export class PartyStore {
  readonly mine: Remote<{ readonly report: PartyReport | null }>;
  isWorking = false;
  failure: Failure | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.mine = new Remote(root.parts);
    makeAutoObservable<PartyStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, mine: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.mine.load({
      key: 'mine',
      copy: () => null,
      read: () => this.root.api.call(getMyPartyReport, { communityId }),
    });
  }

  /** The person has agreed to its being kept. */
  reportIn(branch: string): Promise<boolean> {
    const { communityId } = this;
    return this.work(async () => {
      const input = { communityId, branch, noticeVersion: privacyNoticeVersion };
      this.mine.take({ report: await this.root.api.call(reportIn, input) });
    });
  }

  remove(): Promise<boolean> {
    const { communityId } = this;
    return this.work(async () => {
      await this.root.api.call(removeMyPartyReport, { communityId });
      this.mine.take({ report: null });
    });
  }

  private async work(act: () => Promise<void>): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      await act();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
