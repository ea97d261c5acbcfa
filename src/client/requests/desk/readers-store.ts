import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { problems } from '../../../contract/http';
import {
  getRequestReaders,
  setRequestReaders,
  type RequestReaders,
} from '../../../contract/request-categories';
import { isRefusedWith } from '../../failure';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import { Working } from '../../working';

type Reader = RequestReaders['readers'][number];

/** Who may read a confidential category. */
export class ReadersStore {
  readonly readers: Remote<RequestReaders>;
  readonly working: Working;
  /** null as long as nothing is changed. */
  private chosen: ReadonlySet<string> | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly ids: { readonly communityId: string; readonly categoryId: string },
  ) {
    this.readers = new Remote(root.parts);
    this.working = new Working(() => root.parts.clock.now());
    makeAutoObservable<ReadersStore, 'root' | 'ids' | 'chosen'>(
      this,
      { root: false, ids: false, readers: false, working: false, chosen: observableRef },
      { autoBind: true },
    );
  }

  /** Who could be on it and who is, each once. */
  get people(): readonly Reader[] {
    const { readers = [], candidates = [] } = this.readers.data ?? {};
    const known = new Set(readers.map(({ personId }) => personId));
    return [...readers, ...candidates.filter(({ personId }) => !known.has(personId))];
  }

  get isChanged(): boolean {
    return this.chosen !== null;
  }

  has(personId: string): boolean {
    return this.onList.has(personId);
  }

  load(): Promise<void> {
    return this.readers.load({
      key: this.ids.categoryId,
      copy: () => null,
      read: () => this.root.api.call(getRequestReaders, this.ids),
    });
  }

  toggle(personId: string): void {
    const next = new Set(this.onList);
    if (!next.delete(personId)) next.add(personId);
    this.chosen = next;
  }

  /** True when the cloud has it. */
  async save(): Promise<boolean> {
    const { version } = this.readers.data ?? {};
    if (version === undefined) return false;
    const personIds = [...this.onList];
    const isDone = await this.working.on(JSON.stringify([version, personIds]), async () => {
      this.readers.take(await this.root.api.call(setRequestReaders, { ...this.ids, personIds, version }));
      runInAction(() => (this.chosen = null));
    });
    if (isRefusedWith(this.working.failure, problems.conflict.code)) await this.load();
    return isDone;
  }

  private get onList(): ReadonlySet<string> {
    return this.chosen ?? new Set((this.readers.data?.readers ?? []).map(({ personId }) => personId));
  }
}
