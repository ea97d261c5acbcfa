import { makeAutoObservable, runInAction } from 'mobx';
import { listManagedActivities, type ManagedActivityRow } from '../../../contract/activity-desk';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

export const managedFilters = ['upcoming', 'draft', 'past', 'cancelled'] as const;
export type ManagedFilter = (typeof managedFilters)[number];

const queries = {
  upcoming: { when: 'upcoming', state: 'published' },
  draft: { state: 'draft' },
  past: { when: 'past', state: 'finished' },
  cancelled: { state: 'cancelled' },
} as const;

/** The activities of a community on a desk, drafts among them. */
export class ManagedListStore {
  readonly pages: RemoteList<ManagedActivityRow>;
  filter: ManagedFilter = 'upcoming';
  canCreate = false;

  constructor(
    private readonly root: RootStore,
    readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<ManagedListStore, 'root'>(
      this,
      { root: false, communityId: false, pages: false },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { communityId, filter } = this;
    return this.pages.load({
      key: filter,
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listManagedActivities, {
          communityId,
          ...queries[filter],
          ...(cursor && { cursor }),
        });
        runInAction(() => (this.canCreate = page.can.create));
        return page;
      },
    });
  }

  show(filter: ManagedFilter): Promise<void> {
    this.filter = filter;
    return this.load();
  }
}
