import type { Photo } from '../../contract/media';
import { crs } from '../../contract/positions';
import {
  reportLimits,
  type Report,
  type ReportActor,
  type ReportEntry,
  type ReportRow,
  type ReportState,
} from '../../contract/reports';
import type { Queries } from '../platform/database';
import { dayMs, localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import * as follows from './follow-queries';
import { reportMachine } from './machine';
import * as queries from './queries';
import type { EntryRecord, ReportRecord } from './queries';
import type { ReportsParts } from './service';

/** Whose turn it is in each state; who deals with it is named by whom it was given to. */
const turnOf: Partial<Record<ReportState, ReportActor>> = {
  submitted: 'system',
  screening: 'system',
  triage: 'staff',
  assigned: 'department',
  in_progress: 'department',
  info_requested: 'reporter',
  scheduled: 'department',
  transferred: 'department',
  resolved: 'reporter',
  reopen_requested: 'supervisor',
};

/** What comes next, by when; null where it is over. */
export function nextStepOf(report: ReportRecord, timeZone: string, now: Date): ReportRow['next'] {
  const turn = turnOf[report.state];
  if (!turn) return null;
  const by = turn === 'department' && report.gridMembershipId !== null ? 'grid_member' : turn;
  const { dueAt } = report;
  return {
    by,
    dueAt: dueAt && localIso(timeZone, dueAt.getTime()),
    isOverdue: dueAt !== null && dueAt.getTime() <= now.getTime() && by !== 'reporter',
  };
}

/** A line of the history without what is the desk's alone; what was said and shown is the caller's to hide. */
export const entryOf = (
  entry: EntryRecord,
  photos: ReportEntry['photos'],
  timeZone: string,
): ReportEntry => ({
  id: entry.id,
  action: entry.action,
  from: entry.from,
  to: entry.to,
  by: entry.by,
  department: entry.department,
  receiver: entry.receiver,
  until: entry.until && localIso(timeZone, entry.until.getTime()),
  words: entry.words,
  photos,
  at: localIso(timeZone, entry.at.getTime()),
});

/** About a hundred metres: which street, not which door. */
const coarse = (degrees: number) => Math.round(degrees * 1_000) / 1_000;
const coarseM = 100;

const positionOf = ({ position, accuracyM }: ReportRecord, isExact: boolean): Report['position'] =>
  isExact
    ? { lat: position.y, lng: position.x, crs, accuracyM }
    : { lat: coarse(position.y), lng: coarse(position.x), crs, accuracyM: Math.max(coarseM, accuracyM) };

/** Until when one may ask to look at it again. */
export const mayReopen = ({ closedAt }: ReportRecord, now: Date): boolean =>
  closedAt !== null && now.getTime() < closedAt.getTime() + reportLimits.reopenDays * dayMs;

function verdictOf(report: ReportRecord, isMine: boolean, isFollowed: boolean, now: Date): Report['can'] {
  const may = (action: 'answer' | 'confirm' | 'ask_to_reopen' | 'withdraw') =>
    isMine && can(reportMachine, report.state, action, ['reporter']);
  return {
    answer: may('answer'),
    rate: may('confirm'),
    askToReopen: may('ask_to_reopen') && mayReopen(report, now),
    withdraw: may('withdraw'),
    follow: !isMine && !isFollowed,
    unfollow: isFollowed,
  };
}

type ViewParts = Pick<ReportsParts, 'clock' | 'communities' | 'media'>;

function createRows({ clock, communities, media }: ViewParts) {
  async function photosById(from: Queries, communityId: string, ids: readonly string[]) {
    const photos = await media.of(from, communityId, ids);
    return new Map<string, Photo>(photos.map((photo) => [photo.id, photo]));
  }

  /** What both lists and the report itself say. Others see pictures only once somebody has. */
  async function rowsOf(
    from: Queries,
    communityId: string,
    reports: readonly ReportRecord[],
    personId: string,
  ) {
    const { timeZone } = await communities.describe(from, communityId);
    const first = await from.rows(queries.listFirstPhotos, [communityId, reports.map(({ id }) => id)]);
    const mediaOf = new Map(first.map(({ reportId, mediaId }) => [reportId, mediaId]));
    const photos = await photosById(from, communityId, [...mediaOf.values()]);
    const now = clock.now();
    return reports.map((report): ReportRow => {
      const isMine = report.reporterId === personId;
      return {
        id: report.id,
        communityId,
        number: report.number,
        category: report.category,
        state: report.state,
        words: isMine ? report.words : null,
        placeText: report.placeText,
        photo: isMine || report.isSeen ? (photos.get(mediaOf.get(report.id) ?? '') ?? null) : null,
        submittedAt: localIso(timeZone, report.submittedAt.getTime()),
        changedAt: localIso(timeZone, report.changedAt.getTime()),
        next: nextStepOf(report, timeZone, now),
        isMine,
      };
    });
  }

  return { photosById, rowsOf };
}

type Rows = ReturnType<typeof createRows>;

function createHistoryView({ communities }: ViewParts, { photosById }: Rows) {
  /** The history, and the photos of the hazard, as that person may see them. */
  return async function historyOf(from: Queries, report: ReportRecord, isMine: boolean) {
    const { communityId, id } = report;
    const { timeZone } = await communities.describe(from, communityId);
    const known = await from.rows(queries.listPhotos, [communityId, id]);
    const shown = known.filter(
      ({ kind }) => isMine || (kind === 'report' ? report.isSeen : kind !== 'answer'),
    );
    const byId = await photosById(
      from,
      communityId,
      shown.map(({ mediaId }) => mediaId),
    );
    const photos = shown.flatMap(({ mediaId, entryId, kind }) => {
      const photo = byId.get(mediaId);
      return photo ? [{ entryId, photo: { ...photo, kind } }] : [];
    });
    const all = await from.rows(queries.listEntries, [communityId, id]);
    const entries = all
      .filter((entry) => !entry.isInternal)
      .map((entry) => {
        // What the reporter tells the desk is between them.
        const words = isMine || entry.by !== 'reporter' ? entry.words : null;
        const own = photos.filter(({ entryId, photo }) => entryId === entry.id && photo.kind !== 'report');
        return entryOf(
          { ...entry, words },
          own.map(({ photo }) => photo),
          timeZone,
        );
      });
    const ratingWords = all.findLast(({ action }) => action === 'confirm')?.words ?? null;
    const ofHazard = photos.map(({ photo }) => photo).filter(({ kind }) => kind === 'report');
    return { entries, ratingWords, photos: ofHazard };
  };
}

async function canonicalOf(from: Queries, { communityId, canonicalId }: ReportRecord) {
  const row = canonicalId && (await from.row(queries.find, [communityId, canonicalId]));
  return row ? { id: row.id, number: row.number, state: row.state } : null;
}

export type Views = ReturnType<typeof createViews>;

/** Reports as their reporter and their followers see them. */
export function createViews(parts: ViewParts) {
  const rows = createRows(parts);
  const historyOf = createHistoryView(parts, rows);
  return {
    ...rows,

    /** To who reported it, or to others in the community who follow it or could. */
    async shown(from: Queries, report: ReportRecord, personId: string): Promise<Report> {
      const { communityId, id } = report;
      const [row] = await rows.rowsOf(from, communityId, [report], personId);
      if (!row) throw new Error('A report without its row');
      const { isMine } = row;
      const counted = await from.row(follows.countFollowers, [communityId, [id], personId]);
      const isFollowed = counted?.isFollowed ?? false;
      const { entries, photos, ratingWords } = await historyOf(from, report, isMine);
      return {
        ...row,
        eventCode: report.eventCode,
        codeVersion: report.codeVersion,
        position: positionOf(report, isMine),
        positionSource: report.positionSource,
        isAnonymous: report.isAnonymous,
        photos,
        entries,
        question: isMine ? report.question : null,
        rating: isMine && report.stars !== null ? { stars: report.stars, words: ratingWords } : null,
        canonical: await canonicalOf(from, report),
        followers: counted?.followers ?? 0,
        isFollowed,
        version: report.version,
        can: verdictOf(report, isMine, isFollowed, parts.clock.now()),
      };
    },
  };
}
