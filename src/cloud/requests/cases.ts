import { pageLimits, type AnswerOf, type InputOf } from '../../contract/http';
import { openRequestStates, type RequestCase } from '../../contract/request-cases';
import type { countRequestCasesSchemas, listRequestCasesSchemas } from '../../contract/request-cases.schema';
import { requestStates } from '../../contract/requests';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { People } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Database } from '../platform/database';
import { cursorOfDue, dueFrom, dueRange } from '../platform/due';
import { searchedIn } from '../platform/searched';
import { accessTo } from './case-access';
import * as queries from './case-queries';
import { scopeOf } from './case-scope';
import type { CaseViews } from './case-views';
import type { RequestIds } from './history';
import type { RequestRecord } from './queries';
import type { Requests } from './service';

export interface CasesParts {
  database: Database;
  clock: Clock;
  audit: Audit;
  communities: Communities;
  media: Pick<Media, 'of'>;
  people: People;
  requests: Pick<Requests, 'move' | 'append' | 'calendarOf'>;
}

type CountInput = InputOf<typeof countRequestCasesSchemas>;

/** Null where both are asked for. What has a deadline is open. */
function isOpenOf({ isOpen, state, due }: CountInput): boolean | null {
  if (isOpen !== undefined) return isOpen;
  if (due !== undefined && due !== 'none') return true;
  if (!state?.length) return null;
  const open = state.filter((one) => openRequestStates.includes(one)).length;
  if (open === state.length) return true;
  return open > 0 ? null : false;
}

const orNull = <T>(list: readonly T[] | undefined) => (list?.length ? list : null);
const cursorOfNewest = ({ submittedAt, id }: RequestRecord) => encodeCursor([submittedAt.getTime(), id]);

/** Lists and counts of the desk. */
export function createCases({ database, communities, views }: CasesParts & { views: CaseViews }) {
  async function askedFor(input: CountInput, asker: Asker) {
    const { communityId } = input;
    await communities.describe(database, communityId);
    const moments = await views.momentsOf(database, communityId);
    const filter: queries.CaseFilter = {
      ...(await scopeOf(database, communityId, asker)),
      communityId,
      states: orNull(input.state),
      categoryIds: orNull(input.categoryId),
      departmentId: input.departmentId ?? null,
      isOpen: isOpenOf(input),
      ...searchedIn(input.search ?? ''),
      ...dueRange(input.due, moments),
    };
    return { filter, moments };
  }

  return {
    /** Whoever works at a desk: what they may see. Open ones by their deadline, others the newest first. */
    async listRequestCases(
      input: InputOf<typeof listRequestCasesSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listRequestCasesSchemas>> {
      const { communityId, cursor, limit = pageLimits.default } = input;
      const { filter } = await askedFor(input, asker);
      const isByDue = filter.isOpen === true;
      const rows = await database.rows(isByDue ? queries.listByDue : queries.listNewest, [
        ...queries.valuesOf(filter),
        ...(isByDue ? dueFrom(cursor) : latestFrom(cursor)),
        limit + 1,
      ]);
      const page = rows.slice(0, limit);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      const items = await views.rowsOf(database, communityId, page);
      return { items, nextCursor: last ? (isByDue ? cursorOfDue : cursorOfNewest)(last) : null };
    },

    /** Whoever works at a desk: of what they may see. */
    async countRequestCases(
      input: CountInput,
      asker: Asker,
    ): Promise<AnswerOf<typeof countRequestCasesSchemas>> {
      const { filter, moments } = await askedFor(input, asker);
      const values = [...queries.valuesOf(filter), moments.now, moments.soonUntil];
      const rows = await database.rows(queries.countStates, values);
      const sum = (pick: (row: queries.CountRow) => number) => rows.reduce((all, row) => all + pick(row), 0);
      return {
        states: rows
          .map(({ state, count, overdue }) => ({ state, count, overdue }))
          .sort((a, b) => requestStates.indexOf(a.state) - requestStates.indexOf(b.state)),
        overdue: sum(({ overdue }) => overdue),
        soon: sum(({ soon }) => soon),
      };
    },
  };
}

/** One of them. */
export function createCaseReading({ database, audit, views }: CasesParts & { views: CaseViews }) {
  return {
    /** Whoever may see it; the look is written down, that at a confidential one as such, and never whose it is. */
    async getRequestCase(ids: RequestIds, asker: Asker): Promise<RequestCase> {
      return database.transaction(async (tx) => {
        const access = await accessTo(tx, ids, asker);
        const { communityId, requestId } = ids;
        const action = access.request.isConfidential ? 'confidential_request_viewed' : 'request_viewed';
        await audit.record(tx, { communityId, actorId: asker.personId, action, details: { requestId } });
        return views.caseOf(tx, access, asker);
      });
    },
  };
}
