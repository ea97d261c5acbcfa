import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { InputOf } from '../../../contract/http';
import {
  applyForGrid,
  getMyGridMembership,
  memberLimits,
  updateMyGridMembership,
  type GridMembership,
} from '../../../contract/members';
import { listStations } from '../../../contract/stations';
import { failureOf, type Failure } from '../../failure';
import { newKey } from '../../idempotency-key';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { areaName } from './area-name';
import { emptyDraft, KeptDraft, type GridDraft } from './grid-draft';

type Change = Omit<
  InputOf<NonNullable<(typeof updateMyGridMembership)['schemas']>>,
  'communityId' | 'version'
>;

/** A rider's way to being a mobile grid member of one community, and out of it again. */
export class GridStore {
  readonly mine: Remote<{ readonly membership: GridMembership | null }>;
  /** Names of places in the community, to choose from. */
  readonly places: Remote<readonly string[]>;
  draft: GridDraft;
  isWorking = false;
  failure: Failure | null = null;

  private readonly kept: KeptDraft;
  /** Of an application that got no answer: the same is sent again with it. */
  private open: { key: string; body: string } | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly communityId: string,
  ) {
    this.mine = new Remote(root.parts);
    this.places = new Remote(root.parts);
    this.kept = new KeptDraft(root.device.storage, root.sessions.me?.id ?? '', communityId);
    this.draft = this.kept.read() ?? emptyDraft;
    makeAutoObservable<GridStore, 'root' | 'communityId' | 'kept' | 'open'>(
      this,
      {
        root: false,
        communityId: false,
        mine: false,
        places: false,
        kept: false,
        open: false,
        draft: observableRef,
        failure: observableRef,
      },
      { autoBind: true },
    );
  }

  async load(): Promise<void> {
    const { api } = this.root;
    const { communityId } = this;
    await Promise.all([
      this.mine.load({
        key: 'mine',
        copy: () => `grid.${communityId}`,
        read: () => api.call(getMyGridMembership, { communityId }),
      }),
      this.places.load({
        key: 'places',
        copy: () => `places.${communityId}`,
        read: async () => {
          const { items } = await api.call(listStations, { communityId, limit: 50 });
          return [...new Set(items.map(({ name }) => areaName(name).slice(0, memberLimits.areaLength)))];
        },
      }),
    ]);
  }

  /** Keeps every change on the device. */
  write(change: Partial<GridDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.kept.keep(this.draft);
  }

  /** To apply again with what was written before, unless something new is begun. */
  takeUp({ areas, note }: GridMembership): void {
    if (this.draft.areas.length === 0 && this.draft.note === '') this.write({ areas, note: note ?? '' });
  }

  apply(): Promise<boolean> {
    const { communityId } = this;
    const note = this.draft.note.trim();
    const input = { communityId, areas: [...this.draft.areas], ...(note && { note }) };
    const body = JSON.stringify(input);
    const open = this.open?.body === body ? this.open : { key: newKey(this.root.parts.clock.now()), body };
    this.open = open;
    return this.work(async () => {
      this.mine.take({ membership: await this.root.api.call(applyForGrid, input, { key: open.key }) });
      this.open = null;
      this.kept.forget();
      runInAction(() => (this.draft = emptyDraft));
    });
  }

  /** Withdraws, pauses, resumes, leaves, or changes the areas. */
  update(change: Change): Promise<boolean> {
    const { communityId } = this;
    const version = this.mine.data?.membership?.version;
    if (version === undefined) return Promise.resolve(false);
    return this.work(async () => {
      const input = { communityId, version, ...change };
      this.mine.take({ membership: await this.root.api.call(updateMyGridMembership, input) });
      // Being a grid member is a role.
      void this.root.sessions.refresh();
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
      const failure = failureOf(error);
      runInAction(() => (this.failure = failure));
      // Somebody else was quicker: what holds now is shown beside what the cloud said.
      if (failure.kind === 'refused' && failure.status === 409) await this.load();
      return false;
    } finally {
      runInAction(() => (this.isWorking = false));
    }
  }
}
