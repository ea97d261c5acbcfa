import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Community } from '../../../contract/communities';
import { joinCommunity, leaveCommunity } from '../../../contract/members';
import { updateMe, type Membership } from '../../../contract/people';
import { failureOf, type Failure } from '../../failure';
import type { RootStore } from '../../root-store';

/** The communities one belongs to, and those one could join. */
export class MembershipStore {
  /** The community that something is being done about. */
  workingOn: string | null = null;
  failure: Failure | null = null;

  constructor(private readonly root: RootStore) {
    makeAutoObservable<MembershipStore, 'root'>(
      this,
      { root: false, failure: observableRef },
      { autoBind: true },
    );
  }

  get mine(): readonly Membership[] {
    return this.root.sessions.me?.memberships ?? [];
  }

  /** As near as the cloud has listed them. */
  get others(): readonly Community[] {
    const joined = new Set(this.mine.map(({ communityId }) => communityId));
    return this.root.communities.list.data?.filter(({ id }) => !joined.has(id)) ?? [];
  }

  async load(): Promise<void> {
    await Promise.all([this.root.sessions.refresh(), this.root.communities.load()]);
  }

  join(communityId: string): Promise<boolean> {
    return this.change(communityId, () => this.root.api.call(joinCommunity, { communityId }));
  }

  leave(communityId: string): Promise<boolean> {
    return this.change(communityId, () => this.root.api.call(leaveCommunity, { communityId }));
  }

  /** From now on its stations are shown. */
  async choose(communityId: string): Promise<boolean> {
    const hasChosen = await this.change(communityId, () =>
      this.root.api.call(updateMe, { currentCommunityId: communityId }),
    );
    if (!hasChosen) return false;
    const { communities, stations } = this.root;
    if (stations.nearby.status !== 'idle') void stations.loadNearby();
    if (stations.list.status !== 'idle') void stations.loadList();
    if (communities.blockMap.status !== 'idle') void communities.loadBlockMap();
    return true;
  }

  private async change(communityId: string, ask: () => Promise<unknown>): Promise<boolean> {
    if (this.workingOn !== null) return false;
    this.workingOn = communityId;
    this.failure = null;
    try {
      await ask();
      await this.root.sessions.refresh();
      return true;
    } catch (error) {
      runInAction(() => (this.failure = failureOf(error)));
      return false;
    } finally {
      runInAction(() => (this.workingOn = null));
    }
  }
}
