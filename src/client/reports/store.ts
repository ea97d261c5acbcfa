import { makeAutoObservable } from 'mobx';
import {
  getReport,
  listMyReports,
  suggestDuplicates,
  type Report,
  type ReportRow,
  type SimilarReport,
} from '../../contract/reports';
import type { Api } from '../api';
import type { CommunitiesStore } from '../communities/store';
import { DraftsStore } from '../drafts-store';
import type { Platform } from '../platform/platform';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { PersonChange, SessionsStore } from '../sessions/store';
import { reportDraftKind, type DraftContents, type ReportDraft } from './draft';
import { ReportMoves } from './report-moves';

export interface ReportsParts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly sessions: SessionsStore;
  readonly communities: CommunitiesStore;
  readonly whenCounted: (count: number) => void;
}

export const reportFilters = ['all', 'open', 'over'] as const;
export type ReportFilter = (typeof reportFilters)[number];

const listLimit = 20;
const isOpenOf: Record<ReportFilter, { isOpen?: boolean }> = {
  all: {},
  open: { isOpen: true },
  over: { isOpen: false },
};

/** A rider's reports: still on the phone, handed in, and followed. */
export class ReportsStore {
  readonly drafts: DraftsStore<DraftContents, Report>;
  readonly moves: ReportMoves;

  private readonly lists: Readonly<Record<ReportFilter, RemoteList<ReportRow>>>;
  private readonly byId = new Map<string, Remote<Report>>();

  constructor(private readonly parts: ReportsParts) {
    this.drafts = new DraftsStore({
      ...parts,
      kind: reportDraftKind,
      whenSent: (report) => this.show(report),
    });
    this.moves = new ReportMoves({
      ...parts,
      whenChanged: (report) => this.show(report),
      whenUnsure: (reportId) => void this.open(reportId),
    });
    this.lists = { all: new RemoteList(parts), open: new RemoteList(parts), over: new RemoteList(parts) };
    makeAutoObservable<ReportsStore, 'parts' | 'lists' | 'byId'>(
      this,
      { drafts: false, moves: false, parts: false, lists: false, byId: false, mine: false, report: false },
      { autoBind: true },
    );
  }

  mine(filter: ReportFilter): RemoteList<ReportRow> {
    return this.lists[filter];
  }

  async loadMine(filter: ReportFilter): Promise<void> {
    const { api, sessions } = this.parts;
    if (!sessions.isSignedIn) return;
    await this.lists[filter].load({
      key: filter,
      copy: () => `reports.${filter}`,
      readPage: (cursor) =>
        api.call(listMyReports, { ...isOpenOf[filter], limit: listLimit, ...(cursor && { cursor }) }),
    });
  }

  /** What is known of one, for rendering; loads nothing. */
  report(id: string): Remote<Report> {
    const remote = this.byId.get(id) ?? new Remote<Report>(this.parts);
    this.byId.set(id, remote);
    return remote;
  }

  async open(id: string): Promise<void> {
    await this.report(id).load({
      key: 'report',
      copy: () => `reports.one.${id}`,
      read: () => this.parts.api.call(getReport, { reportId: id }),
    });
  }

  /** What may be the same; nothing where the cloud cannot say so in time. */
  async similarTo({ communityId, category, place }: ReportDraft): Promise<readonly SimilarReport[]> {
    if (category === null || place === null) return [];
    const { lat, lng } = place.position;
    try {
      return (await this.parts.api.call(suggestDuplicates, { communityId, category, lat, lng })).items;
    } catch {
      return [];
    }
  }

  /** What the cloud said when it was changed. */
  show(report: Report): void {
    this.report(report.id).take(report);
    for (const filter of reportFilters) {
      if (this.lists[filter].rows.status !== 'idle') void this.loadMine(filter);
    }
  }

  changePerson(change: PersonChange): void {
    for (const filter of reportFilters) this.lists[filter].reset();
    for (const remote of this.byId.values()) remote.reset();
    this.byId.clear();
    this.moves.reset();
    this.drafts.changePerson(change);
  }
}

export const openReports = (parts: ReportsParts): ReportsStore => new ReportsStore(parts);
