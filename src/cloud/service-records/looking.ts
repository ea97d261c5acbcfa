import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { ServiceRecord, ServiceSummary } from '../../contract/service-records';
import type {
  getMyServiceRecordSchemas,
  listMyServiceRecordsSchemas,
} from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import type { ServiceRecordsParts } from './service';
import type { Shown } from './shown';
import { listHonours } from './volunteer-queries';
import type { Volunteers } from './volunteers';

const datePattern = /^\d{4}-\d\d-\d\d$/;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where a list by day goes on, the newest first. */
export function dayFrom(cursor: string | undefined): readonly [string, string] {
  if (cursor === undefined) return ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  const [day = '', id = ''] = decodeCursor(cursor, 2);
  if (datePattern.test(day) && idPattern.test(id)) return [day, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

/** The cursor after a page that has more behind it. */
export function nextDay(rows: readonly queries.RecordRow[], page: readonly queries.RecordRow[]) {
  const last = page.at(-1);
  return rows.length > page.length && last ? encodeCursor([last.servedOn, last.id]) : null;
}

/** What volunteers see of themselves. */
export function createLooking({ database }: ServiceRecordsParts, shown: Shown, volunteers: Volunteers) {
  async function summaryOf(from: Queries, communityId: string, personId: string): Promise<ServiceSummary> {
    const owner = [communityId, personId];
    const years = await from.rows(queries.sumYears, owner);
    const sum = (key: 'minutes' | 'times') => years.reduce((total, year) => total + year[key], 0);
    return {
      volunteer: await volunteers.findVolunteer(from, communityId, personId),
      total: { minutes: sum('minutes'), times: sum('times') },
      years,
      kinds: await from.rows(queries.sumKinds, owner),
      honours: await from.rows(listHonours, owner),
    };
  }

  return {
    summaryOf,

    /** A member, their own. */
    getMyService: ({ communityId }: { communityId: string }, { personId }: Asker): Promise<ServiceSummary> =>
      summaryOf(database, communityId, personId),

    /** A member, their own. */
    async listMyServiceRecords(
      { communityId, year, cursor, limit = pageLimits.default }: InputOf<typeof listMyServiceRecordsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyServiceRecordsSchemas>> {
      const span = year === undefined ? ['-infinity', 'infinity'] : [`${year}-01-01`, `${year}-12-31`];
      const values = [communityId, personId, ...span, ...dayFrom(cursor), limit + 1];
      const rows = await database.rows(queries.listMine, values);
      const page = rows.slice(0, limit);
      return { items: await shown.own(database, communityId, page), nextCursor: nextDay(rows, page) };
    },

    /** A member, their own. */
    async getMyServiceRecord(
      { communityId, recordId }: InputOf<typeof getMyServiceRecordSchemas>,
      { personId }: Asker,
    ): Promise<ServiceRecord> {
      return ownRecord(database, shown, { communityId, recordId, personId });
    },
  };
}

/** Refused where it is not theirs. */
export async function ownRecord(
  from: Queries,
  shown: Shown,
  { communityId, recordId, personId }: { communityId: string; recordId: string; personId: string },
): Promise<ServiceRecord> {
  const row = await from.row(queries.find, [communityId, recordId]);
  const [record] = row?.personId === personId ? await shown.own(from, communityId, [row]) : [];
  if (!record) throw refuse(problems.not_found);
  return record;
}
