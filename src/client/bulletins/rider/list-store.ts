import { makeAutoObservable, observableRef } from 'mobx';
import { listBulletins, type BulletinCategory, type BulletinRow } from '../../../contract/bulletins';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';

/** What the community has published: pinned ones first, then the newest. */
export class BulletinsStore {
  readonly pages: RemoteList<BulletinRow>;
  /** Null: all of them. */
  category: BulletinCategory | null = null;
  search = '';

  constructor(private readonly root: RootStore) {
    this.pages = new RemoteList(root.parts);
    makeAutoObservable<BulletinsStore, 'root'>(
      this,
      { root: false, pages: false, category: observableRef },
      { autoBind: true },
    );
  }

  load(): Promise<void> {
    const { search, category, root } = this;
    const filters = { ...(category && { category }), ...(search && { q: search }) };
    return this.pages.load({
      key: JSON.stringify(filters),
      copy: () => this.copyName(),
      readPage: async (cursor) => {
        const communityId = (await root.communities.ready()).id;
        const question = { communityId, ...filters, ...(cursor && { cursor }) };
        const { pinned, items, nextCursor } = await root.api.call(listBulletins, question);
        return { items: [...pinned, ...items], nextCursor };
      },
    });
  }

  setCategory(category: BulletinCategory | null): Promise<void> {
    this.category = category;
    return this.load();
  }

  setSearch(search: string): Promise<void> {
    this.search = search.trim();
    return this.load();
  }

  /** What was found is not kept on the phone, what is new is. */
  private copyName(): string | null {
    const community = this.root.communities.current;
    if (!community || this.search) return null;
    return `bulletins.${community.id}.${this.category ?? 'all'}`;
  }
}
