import type { CheckIn, StationVisits } from '../../contract/check-ins';
import type { listMyCheckInsSchemas } from '../../contract/check-ins.schema';
import { pageLimits, type AnswerOf, type InputOf } from '../../contract/http';
import type { Codes } from '../codes/service';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { localDate } from '../platform/local-time';
import type { Stations } from '../stations/service';
import { addWalkIns, readCounts } from './counts';
import { createProve, type CheckInInput } from './prove';
import * as queries from './queries';
import { record } from './record';
import { timesOf } from './times';

interface CheckInsParts {
  database: Database;
  clock: Clock;
  communities: Communities;
  stations: Stations;
  codes: Codes;
  /** Makes somebody a member of a community unless they are. */
  join: (tx: Queries, communityId: string, personId: string) => Promise<void>;
}

type MyPage = AnswerOf<typeof listMyCheckInsSchemas>;

export { checkInsPersonalData, forgetVisits } from './personal-data';
export { visitRecorded } from './record';
export type CheckIns = ReturnType<typeof createCheckIns>;

export function createCheckIns({ database, clock, communities, stations, codes, join }: CheckInsParts) {
  const prove = createProve({ stations, codes });

  async function shown(row: queries.VisitRow): Promise<CheckIn> {
    const { name, timeZone } = await stations.describe(row.stationId);
    return queries.checkInOf(row, name, timeZone);
  }

  return {
    /** A signed-in person, for themselves; the first in a community makes them its member. */
    async createCheckIn(input: CheckInInput, { personId, roles }: Asker, tx: Queries): Promise<CheckIn> {
      const times = timesOf(input.phoneTime, clock.now());
      const proof = await prove(tx, input, times);
      const { communityId } = proof.station;
      if (!roles.has(communityId)) await join(tx, communityId, personId);
      const timeZone = await communities.timeZoneOf(tx, communityId);
      return record(tx, { personId, timeZone }, proof, times);
    },

    /** Whose visit it is, and on which of the community's days; in the caller's transaction. */
    findVisit(from: Queries, { communityId, checkInId }: { communityId: string; checkInId: string }) {
      return from.row(queries.findVisit, [communityId, checkInId]);
    },

    /** A signed-in person's own, the newest first. One query. */
    async listMyCheckIns(
      { cursor, limit = pageLimits.default }: InputOf<typeof listMyCheckInsSchemas>,
      { personId }: Asker,
    ): Promise<MyPage> {
      const rows = await database.rows(queries.listMine, [personId, ...latestFrom(cursor), limit + 1]);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const hasMore = rows.length > page.length && last !== undefined;
      return {
        items: await Promise.all(page.map(shown)),
        nextCursor: hasMore ? encodeCursor([last.occurredAt.getTime(), last.id]) : null,
      };
    },

    /** Anyone: counts of today and of this month, by the community's calendar. */
    async getStationVisits({ stationId }: { stationId: string }): Promise<StationVisits> {
      const { communityId, timeZone } = await stations.describe(stationId);
      return readCounts(database, { communityId, stationId, day: localDate(timeZone, clock.now()) });
    },

    /** Staff of the station's community. */
    async tallyWalkIns(
      { stationId, people }: { stationId: string; people: number },
      asker: Asker,
      tx: Queries,
    ): Promise<StationVisits> {
      const station = await stations.findStation(tx, stationId);
      const timeZone = await communities.timeZoneOf(tx, station.communityId);
      const tally = { people, countedBy: asker.personId, now: clock.now() };
      return addWalkIns(tx, { ...station, timeZone }, tally);
    },
  };
}
