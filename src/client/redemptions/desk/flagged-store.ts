import { makeAutoObservable } from 'mobx';
import { listFlaggedRedemptions, type Redemption } from '../../../contract/redemptions';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** Redemptions that staff should look at, the newest first. */
export class FlaggedStore {
  readonly pages: RemoteList<Redemption>;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<FlaggedStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId } = this;
    return this.pages.load({
      key: 'flagged',
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listFlaggedRedemptions, { communityId, ...(cursor && { cursor }) }),
    });
  }
}
