import { makeAutoObservable, runInAction } from 'mobx';
import { listMerchants, type ManagedMerchant, type MerchantStatus } from '../../../contract/merchants';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

export type MerchantFilter = MerchantStatus | 'any' | 'waiting';

/** Applied for, and nobody has answered yet. */
export const isWaiting = ({ status, application }: ManagedMerchant): boolean =>
  status === 'draft' && application !== null;

/** The shops of a community, found by name and status. Nothing of it is kept on the device. */
export class MerchantListStore {
  readonly pages: RemoteList<ManagedMerchant>;
  search = '';
  filter: MerchantFilter = 'any';
  canCreate = false;
  /** Applications that wait, whatever is filtered. */
  waiting = 0;

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
      readPage: async (cursor) => {
        const input = { communityId, ...filters, ...(cursor && { cursor }) };
        const page = await this.root.api.call(listMerchants, input);
        runInAction(() => {
          this.canCreate = page.can.create;
          this.waiting = page.waiting;
        });
        return page;
      },
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
    const before = this.pages.rows.data?.find(({ id }) => id === merchant.id);
    if (before && isWaiting(before) && !isWaiting(merchant)) this.waiting -= 1;
    void this.pages.amend((row) => (row.id === merchant.id ? merchant : row));
  }
}
