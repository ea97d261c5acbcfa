import type { AnswerOf, InputOf } from '../../contract/http';
import {
  requestCaseLimits,
  requestCaseProblems,
  type FiguresOfRequests,
  type RequestFigures,
} from '../../contract/request-cases';
import type {
  exportRequestFiguresSchemas,
  getRequestFiguresSchemas,
} from '../../contract/request-cases.schema';
import type { Asker } from '../platform/asker';
import { csvOf } from '../platform/csv';
import { instantOf, localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { xlsxOf } from '../platform/xlsx';
import { policy } from '../policy';
import { scopeOf } from './case-scope';
import type { CasesParts } from './cases';
import * as categories from './category-queries';
import * as queries from './figure-queries';
import { confidentialName, figuresFile } from './texts';

type Input = InputOf<typeof getRequestFiguresSchemas>;

const none: FiguresOfRequests = {
  ...{ received: 0, answered: 0, inTime: 0, late: 0, rated: 0, averageStars: null },
  ...{ lapsed: 0, reopened: 0, returned: 0, withdrawn: 0, open: 0 },
};

/** Months since the year 0. */
const countOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const monthAt = (count: number) =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;

const cellsOf = (figures: FiguresOfRequests) => [
  ...[figures.received, figures.answered, figures.inTime, figures.late, figures.rated],
  ...[figures.averageStars ?? '', figures.lapsed, figures.reopened, figures.returned],
  ...[figures.withdrawn, figures.open],
];

/** What came in, month by month, and what became of it. */
export function createFigures({ database, clock, communities }: CasesParts) {
  function spanOf({ from, to }: Input, timeZone: string) {
    const last = countOf(to ?? localDate(timeZone, clock.now()).slice(0, 7));
    const first = from === undefined ? last - requestCaseLimits.usualMonths + 1 : countOf(from);
    if (first > last || last - first >= requestCaseLimits.figureMonths)
      throw refuse(requestCaseProblems.figure_months);
    const startOf = (count: number) =>
      new Date(instantOf(timeZone, Date.UTC(Math.floor(count / 12), count % 12, 1)));
    return { from: monthAt(first), to: monthAt(last), start: startOf(first), end: startOf(last + 1) };
  }

  /** Staff and the auditor of everything, an officer of their departments. */
  async function getRequestFigures(input: Input, asker: Asker): Promise<RequestFigures> {
    const { communityId } = input;
    const timeZone = await communities.timeZoneOf(database, communityId);
    const { from, to, start, end } = spanOf(input, timeZone);
    const { departmentIds, readerOf } = await scopeOf(database, communityId, asker);
    const seesAll = policy.listMembers.allows(asker.roles.get(communityId));
    const values = [communityId, seesAll ? null : departmentIds, readerOf, start, end, timeZone];
    const counted = await database.rows(queries.count, values);
    const named = new Map(
      (await database.rows(categories.list, [communityId])).map(({ id, name, icon }) => [
        id,
        { id, name, icon },
      ]),
    );
    const figuresOf = ({ month, categoryId, isTotal, ...figures }: (typeof counted)[number]) => ({
      ...figures,
      month: month ?? '',
      category: named.get(categoryId ?? '') ?? null,
      isTotal,
    });
    const all = counted.map(figuresOf);
    const total = all.find(({ isTotal }) => isTotal);
    return {
      from,
      to,
      rows: all.filter(({ isTotal }) => !isTotal).map(({ isTotal: _total, ...row }) => row),
      total: total ? onlyFigures(total) : none,
    };
  }

  return {
    getRequestFigures,

    /** As getRequestFigures. */
    async exportRequestFigures(
      { format, ...input }: InputOf<typeof exportRequestFiguresSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof exportRequestFiguresSchemas>> {
      const { from, to, rows, total } = await getRequestFigures(input, asker);
      const sheet = [
        figuresFile.heading,
        ...rows.map((row) => [row.month, row.category?.name ?? confidentialName, ...cellsOf(row)]),
        [figuresFile.total, '', ...cellsOf(total)],
      ];
      const name = `${figuresFile.name(from, to)}.${format}`;
      return format === 'xlsx' ? xlsxOf(name, sheet) : csvOf(name, sheet);
    },
  };
}

const onlyFigures = (figures: FiguresOfRequests): FiguresOfRequests =>
  Object.fromEntries(
    Object.keys(none).map((key) => [key, figures[key as keyof FiguresOfRequests]]),
  ) as FiguresOfRequests;
