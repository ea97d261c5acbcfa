import type { RequestCase, RequestCaseRow } from '../../contract/request-cases';
import { nameDepartments } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { createMoments, dueKindOf } from '../platform/due';
import { findAccess, verdictsOf, type Access } from './case-access';
import type { CasesParts } from './cases';
import type { RequestIds } from './history';
import type { RequestRecord } from './queries';
import { createHistoryView, createRows, factsOf } from './views';

/** Rows with whoever has them, and how late they are. */
function createCompleted(parts: CasesParts, momentsOf: ReturnType<typeof createMoments>) {
  const { people } = parts;
  const rowsOf = createRows(parts);
  return async function completed(
    from: Queries,
    communityId: string,
    found: readonly RequestRecord[],
  ): Promise<RequestCaseRow[]> {
    const moments = await momentsOf(from, communityId);
    const ids = [...new Set(found.flatMap(({ departmentId }) => departmentId ?? []))];
    const departments = new Map((await nameDepartments(from, communityId, ids)).map((one) => [one.id, one]));
    const officers = await people.describePeople(
      from,
      found.flatMap(({ officerId }) => officerId ?? []),
    );
    const rows = await rowsOf(from, communityId, found);
    return found.flatMap((request, index) => {
      const row = rows[index];
      if (!row) return [];
      const officer = officers.get(request.officerId ?? '');
      return {
        ...row,
        department: departments.get(request.departmentId ?? '') ?? null,
        officer: officer ? { personId: officer.personId, nickname: officer.nickname } : null,
        due: dueKindOf(request.deskDueAt, moments),
        escalation: request.escalation,
        isFlagged: request.isFlagged,
        version: request.version,
      };
    });
  };
}

/** How the desk sees requests. */
export function createCaseViews(parts: CasesParts) {
  const { clock, communities, people, requests } = parts;
  const momentsOf = createMoments({ clock, communities, calendarOf: requests.calendarOf });
  const completed = createCompleted(parts, momentsOf);
  const historyOf = createHistoryView(parts);

  /** With all that the desk may know of it. */
  async function caseOf(from: Queries, access: Access, asker: Asker): Promise<RequestCase> {
    const { request } = access;
    const isOwn = request.requesterId === asker.personId;
    const { communityId, requesterId } = request;
    const [row] = await completed(from, communityId, [request]);
    if (!row) throw new Error('A request without its row');
    const timeZone = await communities.timeZoneOf(from, communityId);
    const { entries, photos, ratingWords } = await historyOf(from, request);
    const doers = entries.flatMap(({ shown, personId }) =>
      shown.by === 'requester' || !personId ? [] : [personId],
    );
    const named = await people.describePeople(from, [...doers, ...(requesterId ? [requesterId] : [])]);
    return {
      ...row,
      ...factsOf(request, timeZone, ratingWords),
      photos,
      // What those who work on it tell each other is not for whose it is.
      entries: entries
        .filter((one) => !isOwn || !one.isInternal)
        .map(({ shown, personId, isInternal }) => ({
          ...shown,
          person: shown.by === 'requester' ? null : (named.get(personId ?? '')?.nickname ?? null),
          isInternal,
        })),
      requester: named.get(requesterId ?? '') ?? null,
      returned: request.returned,
      can: verdictsOf(access),
    };
  }

  return {
    momentsOf,
    caseOf,

    /** In lists nothing is said of what is confidential: it is read one by one, and every look is written down. */
    async rowsOf(
      from: Queries,
      communityId: string,
      found: readonly RequestRecord[],
    ): Promise<RequestCaseRow[]> {
      const rows = await completed(from, communityId, found);
      return rows.map((row) => (row.isConfidential ? { ...row, words: null, photo: null } : row));
    },

    /** To whoever has just done something to it, in the same transaction; null where it is out of their hands. */
    async shown(tx: Queries, ids: RequestIds, asker: Asker): Promise<RequestCase | null> {
      const access = await findAccess(tx, ids, asker);
      return access && caseOf(tx, access, asker);
    },
  };
}

export type CaseViews = ReturnType<typeof createCaseViews>;
