import { makeAutoObservable, runInAction } from 'mobx';
import type { ActivityKind } from '../../../contract/activities';
import { listManagedActivities, type ManagedActivityRow } from '../../../contract/activity-desk';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { monthSpan } from '../days';

export const managedFilters = ['upcoming', 'draft', 'past', 'cancelled'] as const;
export type ManagedFilter = (typeof managedFilters)[number];

const queries = {
  upcoming: { when: 'upcoming', state: 'published' },
  draft: { when: 'any', state: 'draft' },
  past: { when: 'past', state: 'finished' },
  cancelled: { when: 'any', state: 'cancelled' },
} as const;

interface Narrowing {
  readonly kind: ActivityKind | null;
  readonly month: string | null;
}

/** The activities of a community on a desk, drafts among them. */
export class ManagedListStore {
  readonly pages: RemoteList<ManagedActivityRow>;
  filter: ManagedFilter = 'upcoming';
  kind: ActivityKind | null = null;
  /** `2026-11`; null: any. */
  month: string | null = null;
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

  get isNarrowed(): boolean {
    return this.kind !== null || this.month !== null;
  }

  load(): Promise<void> {
    const { communityId, filter, kind, month } = this;
    return this.pages.load({
      key: JSON.stringify([filter, kind, month]),
      copy: () => null,
      readPage: async (cursor) => {
        const page = await this.root.api.call(listManagedActivities, {
          communityId,
          ...queries[filter],
          ...(kind !== null && { kind }),
          ...(month !== null && monthSpan(month)),
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

  narrow({ kind = this.kind, month = this.month }: Partial<Narrowing>): Promise<void> {
    this.kind = kind;
    this.month = month;
    return this.load();
  }
}
