import { makeAutoObservable, observableRef } from 'mobx';
import {
  countCases,
  listAssignees,
  listCases,
  type Assignees,
  type Case,
  type CaseCounts,
  type CaseRow,
} from '../../../contract/report-cases';
import { Remote } from '../../remote';
import { RemoteList } from '../../remote-list';
import type { RootStore } from '../../root-store';
import { reportRoutes } from '../routes';
import {
  deskViews,
  filtersOf,
  isFiltered,
  noFilters,
  oneOf,
  paramsOf,
  questionOf,
  type DeskFilters,
  type DeskView,
} from './filters';

type Params = ReturnType<typeof reportRoutes.triage.parse>;

/** Of a case just moved, what a row shows. */
const rowOf = (row: CaseRow, moved: Case | CaseRow): CaseRow => ({ ...row, ...moved });

/** What is on the desk, as it is filtered; the filters stand in the address, or stay with the person where there is none. */
export class TriageStore {
  readonly pages: RemoteList<CaseRow>;
  readonly counts: Remote<CaseCounts>;
  /** Staff get them; for others they stay unknown. */
  readonly assignees: Remote<Assignees>;
  readonly communityId: string;
  view: DeskView = 'list';
  filters: DeskFilters = noFilters;
  /** The case that is open beside the list. */
  openId: string | null = null;
  /** Raised whenever something was changed, for what shows the same in another way. */
  changes = 0;

  constructor(
    private readonly root: RootStore,
    params: Params,
  ) {
    this.communityId = params.communityId ?? '';
    this.pages = new RemoteList(root.parts);
    this.counts = new Remote(root.parts);
    this.assignees = new Remote(root.parts);
    this.read(this.isBare(params) ? this.kept() : params);
    makeAutoObservable<TriageStore, 'root'>(
      this,
      {
        root: false,
        communityId: false,
        pages: false,
        counts: false,
        assignees: false,
        filters: observableRef,
      },
      { autoBind: true },
    );
  }

  get isFiltered(): boolean {
    return isFiltered(this.filters);
  }

  get rows(): readonly CaseRow[] {
    return this.pages.rows.data ?? [];
  }

  get address(): string {
    return reportRoutes.triage.to(this.params());
  }

  load(): Promise<unknown> {
    return Promise.all([this.loadRows(), this.loadCounts(), this.loadAssignees()]);
  }

  setView(view: DeskView): Promise<unknown> {
    this.view = view;
    this.openId = null;
    this.tell();
    return view === 'list' ? this.loadRows() : Promise.resolve();
  }

  filter(change: Partial<DeskFilters>): Promise<unknown> {
    this.filters = { ...this.filters, ...change };
    this.tell();
    return Promise.all([this.loadRows(), this.loadCounts()]);
  }

  clear(): Promise<unknown> {
    return this.filter({ ...noFilters, order: this.filters.order });
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
  show(moved: Case | CaseRow): void {
    void this.pages.amend((row) => (row.id === moved.id ? rowOf(row, moved) : row));
    this.changes += 1;
    void this.loadCounts();
  }

  /** The next row from one, or the first; null at the end. */
  neighbour(id: string | null, by: 1 | -1): string | null {
    const { rows } = this;
    const at = rows.findIndex((row) => row.id === id);
    const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    return rows[next]?.id ?? null;
  }

  private loadRows(): Promise<void> {
    const { communityId, filters } = this;
    // What is over has no deadline: by deadlines, only open ones are listed.
    const isMixed = filters.scope === 'all' && filters.states.length === 0;
    const question = { ...questionOf(filters), order: isMixed ? ('newest' as const) : filters.order };
    return this.pages.load({
      key: JSON.stringify(question),
      copy: () => null,
      readPage: (cursor) =>
        this.root.api.call(listCases, { communityId, ...question, ...(cursor && { cursor }) }),
    });
  }

  /** Whatever states are chosen, so that all of them can be seen. */
  private loadCounts(): Promise<void> {
    const question = questionOf({ ...this.filters, scope: 'all', states: [], due: null });
    return this.counts.load({
      key: JSON.stringify(question),
      copy: () => null,
      read: () => this.root.api.call(countCases, { communityId: this.communityId, ...question }),
    });
  }

  private async loadAssignees(): Promise<void> {
    if (this.assignees.data) return;
    await this.assignees.load({
      key: 'assignees',
      copy: () => null,
      read: () => this.root.api.call(listAssignees, { communityId: this.communityId }),
    });
  }

  private read(params: Params): void {
    this.view = oneOf(deskViews, params.view) ?? 'list';
    this.filters = filtersOf(params);
    this.openId = params.report ?? null;
  }

  private params({ withOpen = true } = {}): Params {
    const { communityId, view, filters, openId } = this;
    return {
      communityId,
      ...(view !== 'list' && { view }),
      ...paramsOf(filters),
      ...(withOpen && openId !== null && { report: openId }),
    };
  }

  private tell(step?: 'step'): void {
    const { device, parts } = this.root;
    if (device.address.isSeen) device.address.show(this.address, step);
    else parts.cache.write(this.keptName(), this.params({ withOpen: false }));
  }

  private isBare({ communityId: _, ...chosen }: Params): boolean {
    return !this.root.device.address.isSeen && Object.keys(chosen).length === 0;
  }

  private kept(): Params {
    return this.root.parts.cache.read<Params>(this.keptName())?.data ?? {};
  }

  private keptName(): string {
    return `report-desk.${this.communityId}`;
  }
}
