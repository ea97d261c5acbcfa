import { makeAutoObservable, observableRef } from 'mobx';
import {
  countRequestCases,
  listRequestCases,
  type RequestCase,
  type RequestCaseCounts,
  type RequestCaseRow,
} from '../../../contract/request-cases';
import { listRequestCategories, type RequestCategory } from '../../../contract/requests';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { requestRoutes } from '../routes';
import { filtersOf, isFiltered, noFilters, paramsOf, questionOf, type DeskFilters } from './filters';

type Params = ReturnType<typeof requestRoutes.desk.parse>;

/** What is on the desk, as it is filtered; the filters stand in the address, or stay with the person where there is none. */
export class RequestListStore {
  readonly pages: RemoteList<RequestCaseRow>;
  readonly counts: Remote<RequestCaseCounts>;
  readonly categories: Remote<readonly RequestCategory[]>;
  readonly communityId: string;
  filters: DeskFilters = noFilters;
  /** The one that is open beside the list. */
  openId: string | null = null;

  constructor(
    private readonly root: RootStore,
    params: Params,
  ) {
    this.communityId = params.communityId ?? '';
    this.pages = new RemoteList(root.parts);
    this.counts = new Remote(root.parts);
    this.categories = new Remote(root.parts);
    this.read(this.isBare(params) ? this.kept() : params);
    makeAutoObservable<RequestListStore, 'root'>(
      this,
      {
        root: false,
        communityId: false,
        pages: false,
        counts: false,
        categories: false,
        filters: observableRef,
      },
      { autoBind: true },
    );
  }

  get isFiltered(): boolean {
    return isFiltered(this.filters);
  }

  get rows(): readonly RequestCaseRow[] {
    return this.pages.rows.data ?? [];
  }

  /** Those that answer, each once. */
  get departments(): readonly { id: string; name: string }[] {
    const all = (this.categories.data ?? []).map(({ department }) => department);
    return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  }

  load(): Promise<unknown> {
    return Promise.all([this.loadRows(), this.loadCounts(), this.loadCategories()]);
  }

  filter(change: Partial<DeskFilters>): Promise<unknown> {
    this.filters = { ...this.filters, ...change };
    this.tell();
    return Promise.all([this.loadRows(), this.loadCounts()]);
  }

  clear(): Promise<unknown> {
    return this.filter(noFilters);
  }

  /** Beside the list; opening the first is a step that can be gone back from. */
  open(id: string | null): void {
    const step = this.openId === null && id !== null ? ('step' as const) : undefined;
    this.openId = id;
    this.tell(step);
  }

  /** The person went back or forward. */
  follow(params: Params): void {
    const before = JSON.stringify(this.params({ withOpen: false }));
    this.read(params);
    if (JSON.stringify(this.params({ withOpen: false })) !== before) void this.load();
  }

  /** One was changed beside the list. */
  show(moved: RequestCase): void {
    void this.pages.amend((row) => (row.id === moved.id ? { ...row, ...moved } : row));
    void this.loadCounts();
  }

  /** One was given to others and is no longer to be seen. */
  giveUp(): void {
    this.open(null);
    void this.load();
  }

  private loadRows(): Promise<void> {
    const { communityId } = this;
    const question = questionOf(this.filters);
    return this.pages.load({
      key: JSON.stringify(question),
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listRequestCases, { communityId, ...question, ...(cursor && { cursor }) }),
    });
  }

  /** Whatever states are chosen, so that all of them can be seen. */
  private loadCounts(): Promise<void> {
    const question = questionOf({ ...this.filters, scope: 'all', states: [], due: null });
    return this.counts.load({
      key: JSON.stringify(question),
      copy: () => null,
      read: () => this.root.api.call(countRequestCases, { communityId: this.communityId, ...question }),
    });
  }

  private loadCategories(): Promise<void> {
    const { communityId } = this;
    return this.categories.load({
      key: communityId,
      copy: () => `requests.categories.${communityId}`,
      read: async () => (await this.root.api.call(listRequestCategories, { communityId })).items,
    });
  }

  private read(params: Params): void {
    this.filters = filtersOf(params);
    this.openId = params.request ?? null;
  }

  private params({ withOpen = true } = {}): Params {
    const { communityId, filters, openId } = this;
    return {
      communityId,
      ...paramsOf(filters),
      ...(withOpen && openId !== null && { request: openId }),
    };
  }

  private tell(step?: 'step'): void {
    const { device, parts } = this.root;
    if (device.address.isSeen) device.address.show(requestRoutes.desk.to(this.params()), step);
    else parts.cache.write(this.keptName(), this.params({ withOpen: false }));
  }

  private isBare({ communityId: _, ...chosen }: Params): boolean {
    return !this.root.device.address.isSeen && Object.keys(chosen).length === 0;
  }

  private kept(): Params {
    return this.root.parts.cache.read<Params>(this.keptName())?.data ?? {};
  }

  private keptName(): string {
    return `request-desk.${this.communityId}`;
  }
}
