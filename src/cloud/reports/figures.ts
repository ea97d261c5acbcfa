import { LRUCache } from 'lru-cache';
import type { InputOf } from '../../contract/http';
import type { ReportFigures } from '../../contract/report-figures';
import type { getReportFiguresSchemas } from '../../contract/report-figures.schema';
import { reportCategories } from '../../contract/reports';
import { instantOf, localDate } from '../platform/local-time';
import * as queries from './public-queries';
import type { ReportsParts } from './service';

const none = {
  received: 0,
  fixed: 0,
  unconfirmed: 0,
  awaiting: 0,
  closedNotFixed: 0,
  notOurRemit: 0,
  duplicates: 0,
  withdrawn: 0,
  medianHours: null,
};
/** Figures may be this old. */
const keptMs = 60_000;

function figuresOf(
  category: string | null,
  received: readonly queries.Counted[],
  outcomes: readonly queries.Outcomes[],
) {
  const counted = outcomes.find((row) => row.category === category);
  return {
    ...none,
    ...counted,
    received: received.find((row) => row.category === category)?.received ?? 0,
  };
}

/** What came in and what became of it, month by month. */
export function createFigures({
  database,
  clock,
  communities,
}: Pick<ReportsParts, 'database' | 'clock' | 'communities'>) {
  const kept = new LRUCache<string, Promise<ReportFigures>>({ max: 500, ttl: keptMs });

  async function count(communityId: string, month: string): Promise<ReportFigures> {
    const { timeZone } = await communities.describe(database, communityId);
    const [year = 0, number = 0] = month.split('-').map(Number);
    const start = (at: number) => new Date(instantOf(timeZone, at));
    const values = [communityId, start(Date.UTC(year, number - 1, 1)), start(Date.UTC(year, number, 1))];
    const [received, outcomes, open] = await Promise.all([
      database.rows(queries.countReceived, values),
      database.rows(queries.countOutcomes, values),
      database.row(queries.countOpen, [communityId]),
    ]);
    const categories = reportCategories.map((category) => ({
      ...figuresOf(category, received, outcomes),
      category,
    }));
    return { month, total: figuresOf(null, received, outcomes), open: open?.open ?? 0, categories };
  }

  return {
    /** Anyone; the running month where none is named. */
    async getReportFigures({
      communityId,
      month,
    }: InputOf<typeof getReportFiguresSchemas>): Promise<ReportFigures> {
      const { timeZone } = await communities.describe(database, communityId);
      const asked = month ?? localDate(timeZone, clock.now()).slice(0, 7);
      const name = `${communityId} ${asked}`;
      const known = kept.get(name) ?? count(communityId, asked);
      kept.set(name, known);
      known.catch(() => kept.delete(name));
      return known;
    },
  };
}
