import { makeAutoObservable } from 'mobx';
import { listMerchants, type ManagedMerchant, type MerchantStatus } from '../../../contract/merchants';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** `waiting`: applied for, and nobody has answered yet. */
export type MerchantFilter = MerchantStatus | 'any' | 'waiting';

/** The shops of a community, found by name and status. Nothing of it is kept on the device. */
export class MerchantListStore {
  readonly pages: RemoteList<ManagedMerchant>;
  search = '';
  filter: MerchantFilter = 'any';

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<MerchantListStore, 'root' | 'communityId'>(
      this,
      { root: false, communityId: false, pages: false },
      { autoBind: true },
    );
  }

  get hasFilters(): boolean {
    return this.search !== '' || this.filter !== 'any';
  }

  load(): Promise<void> {
    const { communityId, search, filter } = this;
    const filters = {
      ...(search && { search }),
      ...(filter === 'waiting' ? { isApplication: true } : filter !== 'any' && { status: filter }),
    };
    return this.pages.load({
      key: JSON.stringify(filters),
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listMerchants, { communityId, ...filters, ...(cursor && { cursor }) }),
    });
  }

  find(search: string): Promise<void> {
    this.search = search.trim();
    return this.load();
  }

  setFilter(filter: MerchantFilter): Promise<void> {
    this.filter = filter;
    return this.load();
  }

  clear(): Promise<void> {
    this.search = '';
    this.filter = 'any';
    return this.load();
  }

  /** One was changed beside the list. */
  show(merchant: ManagedMerchant): void {
    void this.pages.amend((row) => (row.id === merchant.id ? merchant : row));
  }
}
