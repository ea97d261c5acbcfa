import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { getActivityRules, setActivityRules, type ActivityRules } from '../../../contract/no-shows';
import { failureOf, type Failure } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';

/** When signing up is paused, as the community has it. */
export class RulesStore {
  readonly rules: Remote<ActivityRules>;
  isWorking = false;
  failure: Failure | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.rules = new Remote(root.parts);
    makeAutoObservable<RulesStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, rules: false, failure: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.rules.load({
      key: communityId,
      copy: () => null,
      read: () => this.root.api.call(getActivityRules, { communityId }),
    });
  }

  async save(rules: ActivityRules): Promise<boolean> {
    if (this.isWorking) return false;
    this.isWorking = true;
    this.failure = null;
    try {
      this.rules.take(
        await this.root.api.call(setActivityRules, { communityId: this.communityId, ...rules }),
      );
      return true;
    } catch (error) {
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
