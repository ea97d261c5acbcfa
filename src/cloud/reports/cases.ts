import { pageLimits, type AnswerOf, type InputOf } from '../../contract/http';
import { openStates, type CaseRow } from '../../contract/report-cases';
import type { countCasesSchemas, listCasesSchemas } from '../../contract/report-cases.schema';
import { reportStates, type ReportState } from '../../contract/reports';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { People } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Database } from '../platform/database';
import { cursorOfDue, dueFrom } from '../platform/due';
import { localDate } from '../platform/local-time';
import { filterOf } from './case-filter';
import * as queries from './case-queries';
import { scopeOf } from './case-scope';
import type { CaseViews } from './case-views';
import type { Reports } from './service';
import * as tallies from './tally-queries';

export interface CasesParts {
  database: Database;
  clock: Clock;
  audit: Audit;
  communities: Communities;
  media: Pick<Media, 'of' | 'originalUrl'>;
  people: People;
  reports: Pick<Reports, 'move' | 'recategorise' | 'mergeInto' | 'append' | 'calendarOf'>;
}

type CountAnswer = AnswerOf<typeof countCasesSchemas>;

const cursorOfNewest = ({ submittedAt, id }: queries.CaseRecord) => encodeCursor([submittedAt.getTime(), id]);

/** Whether the tallies can answer: they know of nothing that takes looking at the reports themselves. */
const isTallied = ({ gridMembershipId, ofGrid, number, search, dueAfter, dueUntil }: queries.CaseFilter) =>
  [gridMembershipId, ofGrid, number, search, dueAfter, dueUntil].every((value) => value === null);

/** The states that are asked for, open or over; null: all of them. */
export function statesOf({ states, isOpen }: queries.CaseFilter): ReportState[] | null {
  const isAsked = (state: ReportState) => isOpen === null || openStates.includes(state) === isOpen;
  return states === null && isOpen === null ? null : (states ?? reportStates).filter(isAsked);
}

const inOrder = (states: Iterable<CountAnswer['states'][number]>) =>
  [...states].sort((a, b) => reportStates.indexOf(a.state) - reportStates.indexOf(b.state));

/** Lists and counts of the desk. */
export function createCases({ database, communities, views }: CasesParts & { views: CaseViews }) {
  async function askedFor(input: InputOf<typeof countCasesSchemas>, asker: Asker) {
    const { communityId } = input;
    await communities.describe(database, communityId);
    const moments = await views.momentsOf(database, communityId);
    const scope = await scopeOf(database, communityId, asker);
    return { filter: filterOf(input, scope, moments, moments.timeZone), ...moments };
  }

  /** How many there are comes from the tallies, how many are late from what is due until soon. */
  async function countTallied(filter: queries.CaseFilter, timeZone: string, now: Date, soonUntil: Date) {
    const { communityId, categories, departmentId, ofDepartments, from, before } = filter;
    const lastDay = before && localDate(timeZone, new Date(before.getTime() - 1));
    const all = await database.rows(tallies.countStates, [
      ...[communityId, from && localDate(timeZone, from), lastDay, statesOf(filter), categories],
      ...[departmentId, ofDepartments],
    ]);
    const due = await database.rows(queries.countStates, [
      ...queries.valuesOf({ ...filter, isOpen: true, dueUntil: soonUntil }),
      ...[now, soonUntil],
    ]);
    const late = new Map(due.map((row) => [row.state, row]));
    return all.map(({ state, count }) => {
      const { overdue = 0, soon = 0 } = late.get(state) ?? {};
      return { state, count, overdue, soon };
    });
  }

  return {
    askedFor,

    /** Whoever works at a desk: what they may see of it. */
    async listCases(
      input: InputOf<typeof listCasesSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listCasesSchemas>> {
      const { communityId, cursor, limit = pageLimits.default } = input;
      const { filter } = await askedFor(input, asker);
      const isByDue = input.order === 'due' && (filter.isOpen ?? !input.state?.length);
      const rows = await database.rows(isByDue ? queries.listByDue : queries.listNewest, [
        ...queries.valuesOf(filter),
        ...(isByDue ? dueFrom(cursor) : latestFrom(cursor)),
        limit + 1,
      ]);
      const page = rows.slice(0, limit);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      const items: CaseRow[] = await views.rowsOf(database, communityId, page);
      return { items, nextCursor: last ? (isByDue ? cursorOfDue : cursorOfNewest)(last) : null };
    },

    /** Whoever works at a desk: of what they may see of it. */
    async countCases(input: InputOf<typeof countCasesSchemas>, asker: Asker): Promise<CountAnswer> {
      const { filter, now, soonUntil, timeZone } = await askedFor(input, asker);
      const rows = isTallied(filter)
        ? await countTallied(filter, timeZone, now, soonUntil)
        : await database.rows(queries.countStates, [...queries.valuesOf(filter), now, soonUntil]);
      const sum = (pick: (row: queries.CountRow) => number) => rows.reduce((all, row) => all + pick(row), 0);
      return {
        states: inOrder(rows.map(({ state, count, overdue }) => ({ state, count, overdue }))),
        overdue: sum(({ overdue }) => overdue),
        soon: sum(({ soon }) => soon),
      };
    },
  };
}
