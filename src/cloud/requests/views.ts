import type { Photo } from '../../contract/media';
import {
  requestLimits,
  type PersonRequest,
  type RequestActor,
  type RequestEntry,
  type RequestRow,
  type RequestState,
} from '../../contract/requests';
import { nameDepartments } from '../members/service';
import type { Queries } from '../platform/database';
import { dayMs, localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import * as categories from './category-queries';
import { requestMachine } from './machine';
import * as queries from './queries';
import type { RequestRecord } from './queries';
import type { RequestsParts } from './service';

/** Whose turn it is in each state. */
const turnOf: Partial<Record<RequestState, RequestActor>> = {
  submitted: 'department',
  accepted: 'department',
  assigned: 'department',
  info_requested: 'requester',
  returned: 'staff',
  answered: 'requester',
  reopened: 'department',
};

function nextStepOf(request: RequestRecord, timeZone: string, now: Date): RequestRow['next'] {
  const turn = turnOf[request.state];
  if (!turn) return null;
  // Of a confidential one only its own readers know, whoever has it.
  const by = turn === 'staff' && request.isConfidential ? 'department' : turn;
  const { dueAt } = request;
  return {
    by,
    dueAt: dueAt && localIso(timeZone, dueAt.getTime()),
    isOverdue: dueAt !== null && dueAt.getTime() <= now.getTime() && by !== 'requester',
  };
}

/** Until when one may open it again; null where one can not. */
function reopenUntilOf({ answeredAt, reopenedAt, state }: RequestRecord): Date | null {
  if (!answeredAt || reopenedAt || !can(requestMachine, state, 'reopen', ['requester'])) return null;
  return new Date(answeredAt.getTime() + requestLimits.reopenDays * dayMs);
}

export const mayReopen = ({ answeredAt }: RequestRecord, now: Date): boolean =>
  answeredAt !== null && now.getTime() < answeredAt.getTime() + requestLimits.reopenDays * dayMs;

function verdictOf(request: RequestRecord, now: Date): PersonRequest['can'] {
  const may = (action: 'reply' | 'follow_up' | 'rate' | 'reopen' | 'withdraw') =>
    can(requestMachine, request.state, action, ['requester']);
  const reopenUntil = reopenUntilOf(request);
  return {
    reply: may('reply'),
    followUp: may('follow_up') && request.followUps < requestLimits.followUps,
    rate: may('rate'),
    reopen: reopenUntil !== null && now < reopenUntil,
    withdraw: may('withdraw'),
  };
}

type ViewParts = Pick<RequestsParts, 'clock' | 'communities'> & { media: Pick<RequestsParts['media'], 'of'> };

/** What the request itself says besides its row, to the requester and at the desk alike. */
export function factsOf(request: RequestRecord, timeZone: string, ratingWords: string | null) {
  const iso = (at: Date | null) => at && localIso(timeZone, at.getTime());
  const isOpen = turnOf[request.state] !== undefined && request.state !== 'answered';
  return {
    spokenWords: request.spokenWords,
    question: request.question,
    answerDueAt: isOpen ? iso(request.answerDueAt) : null,
    rating: request.stars === null ? null : { stars: request.stars, words: ratingWords },
    isLapsed: request.isLapsed,
    reopenUntil: iso(reopenUntilOf(request)),
    followUpsLeft: requestLimits.followUps - request.followUps,
    version: request.version,
  };
}

async function photosById({ media }: ViewParts, from: Queries, communityId: string, ids: readonly string[]) {
  const photos = await media.of(from, communityId, ids);
  return new Map<string, Photo>(photos.map((photo) => [photo.id, photo]));
}

/** What lists say of requests, to whoever may see them. */
export function createRows(parts: ViewParts) {
  const { clock, communities } = parts;
  return async function rowsOf(from: Queries, communityId: string, requests: readonly RequestRecord[]) {
    const { timeZone } = await communities.describe(from, communityId);
    const named = new Map(
      (await from.rows(categories.list, [communityId])).map(({ id, name, icon }) => [id, { id, name, icon }]),
    );
    const ids = [...new Set(requests.flatMap(({ departmentId }) => departmentId ?? []))];
    const departments = new Map(
      (await nameDepartments(from, communityId, ids)).map(({ id, name }) => [id, name]),
    );
    const first = await from.rows(queries.listFirstPhotos, [communityId, requests.map(({ id }) => id)]);
    const mediaOf = new Map(first.map(({ requestId, mediaId }) => [requestId, mediaId]));
    const photos = await photosById(parts, from, communityId, [...mediaOf.values()]);
    const now = clock.now();
    return requests.map((request): RequestRow => {
      const category = named.get(request.categoryId);
      if (!category) throw new Error('A request without its category');
      return {
        id: request.id,
        communityId,
        number: request.number,
        category,
        isConfidential: request.isConfidential,
        state: request.state,
        words: request.words,
        photo: photos.get(mediaOf.get(request.id) ?? '') ?? null,
        department: departments.get(request.departmentId ?? '') ?? null,
        submittedAt: localIso(timeZone, request.submittedAt.getTime()),
        changedAt: localIso(timeZone, request.changedAt.getTime()),
        next: nextStepOf(request, timeZone, now),
      };
    });
  };
}

/** What was done and said, by whom. */
export function createHistoryView(parts: ViewParts) {
  const { communities } = parts;
  /** The history with what is the desk's own, and the photos that came with the request. */
  return async function historyOf(from: Queries, { communityId, id }: RequestRecord) {
    const { timeZone } = await communities.describe(from, communityId);
    const known = await from.rows(queries.listPhotos, [communityId, id]);
    const byId = await photosById(
      parts,
      from,
      communityId,
      known.map(({ mediaId }) => mediaId),
    );
    const photosOf = (entryId: string) =>
      known.flatMap((one) => (one.entryId === entryId ? (byId.get(one.mediaId) ?? []) : []));
    const all = await from.rows(queries.listEntries, [communityId, id]);
    const submitted = all.find(({ action }) => action === 'submit');
    const entries = all.map((entry) => {
      const { personId, isInternal, ...rest } = entry;
      const shown: RequestEntry = {
        ...rest,
        photos: entry === submitted ? [] : photosOf(entry.id),
        at: localIso(timeZone, entry.at.getTime()),
      };
      return { shown, personId, isInternal };
    });
    const ratingWords = all.findLast(({ action }) => action === 'rate')?.words ?? null;
    return { entries, ratingWords, photos: submitted ? photosOf(submitted.id) : [] };
  };
}

export type Views = ReturnType<typeof createViews>;

/** Requests as whoever made them sees them. */
export function createViews(parts: ViewParts) {
  const rowsOf = createRows(parts);
  const historyOf = createHistoryView(parts);
  return {
    rowsOf,

    async shown(from: Queries, request: RequestRecord): Promise<PersonRequest> {
      const { communityId } = request;
      const [row] = await rowsOf(from, communityId, [request]);
      if (!row) throw new Error('A request without its row');
      const timeZone = await parts.communities.timeZoneOf(from, communityId);
      const { entries, photos, ratingWords } = await historyOf(from, request);
      return {
        ...row,
        ...factsOf(request, timeZone, ratingWords),
        photos,
        entries: entries.filter(({ isInternal }) => !isInternal).map(({ shown }) => shown),
        can: verdictOf(request, parts.clock.now()),
      };
    },
  };
}
