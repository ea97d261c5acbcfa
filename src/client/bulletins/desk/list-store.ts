import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import {
  getBulletinFigures,
  getManagedBulletin,
  listBulletinVersions,
  listManagedBulletins,
  type BulletinFigures,
  type BulletinState,
  type BulletinVersion,
  type ManagedBulletin,
  type ManagedBulletinRow,
} from '../../../contract/bulletins';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { BulletinSteps } from './steps';

/** The bulletins of a community on a desk, the one changed last first, and the one that is looked at. */
export class BulletinListStore {
  readonly pages: RemoteList<ManagedBulletinRow>;
  readonly chosen: Remote<ManagedBulletin>;
  readonly figures: Remote<BulletinFigures>;
  readonly versions: Remote<readonly BulletinVersion[]>;
  readonly steps: BulletinSteps;
  chosenId: string | null = null;
  state: BulletinState | 'any' = 'any';
  search = '';
  canCreate = false;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.pages = new RemoteList(root.parts);
    this.chosen = new Remote(root.parts);
    this.figures = new Remote(root.parts);
    this.versions = new Remote(root.parts);
    this.steps = new BulletinSteps(root);
    makeAutoObservable<BulletinListStore, 'root' | 'communityId'>(
      this,
      {
        ...{ root: false, communityId: false, pages: false, chosen: false, figures: false, versions: false },
        steps: false,
        chosenId: observableRef,
      },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    const { communityId, state, search, root } = this;
    await Promise.all([
      this.pages.load({
        key: JSON.stringify([state, search]),
        copy: () => null,
        readPage: async (cursor) => {
          const page = await root.api.call(listManagedBulletins, {
            communityId,
            ...(state !== 'any' && { state }),
            ...(search && { q: search }),
            ...(cursor && { cursor }),
          });
          runInAction(() => (this.canCreate = page.can.create));
          return page;
        },
      }),
      this.open(this.chosenId),
    ]);
  }

  setState(state: BulletinState | 'any'): Promise<void> {
    this.state = state;
    return this.load();
  }

  setSearch(search: string): Promise<void> {
    this.search = search.trim();
    return this.load();
  }

  /** Looks at one; null: at none. */
  async open(bulletinId: string | null): Promise<void> {
    if (bulletinId !== this.chosenId) this.forgetChosen(bulletinId);
    if (bulletinId === null) return;
    const { api } = this.root;
    const ids = { communityId: this.communityId, bulletinId };
    const question = { key: bulletinId, copy: () => null };
    await Promise.all([
      this.chosen.load({ ...question, read: () => api.call(getManagedBulletin, ids) }),
      this.figures.load({ ...question, read: () => api.call(getBulletinFigures, ids) }),
      this.versions.load({
        ...question,
        read: async () => (await api.call(listBulletinVersions, ids)).items,
      }),
    ]);
  }

  /** A step is done: the row stays where it is. Where it was not, what it is by now is shown. */
  async accept(changed: ManagedBulletin | null): Promise<boolean> {
    if (changed) {
      this.chosen.take(changed);
      await this.pages.amend((row) => (row.id === changed.id ? changed : row));
      return true;
    }
    const { failure } = this.steps;
    if (failure?.kind === 'refused' && failure.current) await this.load();
    return false;
  }

  private forgetChosen(chosenId: string | null): void {
    this.chosenId = chosenId;
    this.steps.forgetFailure();
    for (const remote of [this.chosen, this.figures, this.versions]) remote.reset();
  }
}
