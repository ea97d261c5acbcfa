import { checkInProblems, type CheckIn, type StationVisits } from '../../contract/check-ins';
import type { createCheckInSchemas, listMyCheckInsSchemas } from '../../contract/check-ins.schema';
import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Codes } from '../codes/service';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate, localIso, monthOf } from '../platform/local-time';
import { publish } from '../platform/outbox';
import { refuse } from '../platform/refusal';
import type { FoundStation, Stations } from '../stations/service';
import { gradeOf, nearnessOf } from './evidence';
import * as queries from './queries';
import { timesOf, type VisitTimes } from './times';
import { visitRecorded } from './topics';

interface CheckInsParts {
  database: Database;
  clock: Clock;
  communities: Communities;
  stations: Stations;
  codes: Codes;
}

type CreateInput = InputOf<typeof createCheckInSchemas>;
type MyPage = AnswerOf<typeof listMyCheckInsSchemas>;
type Evidence = queries.VisitRow['evidence'];

/** Before any cursor: no visit is later. */
const beginning = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function startOf(cursor: string | undefined): readonly [Date | string, string] {
  if (cursor === undefined) return beginning;
  const [at, id = ''] = decodeCursor(cursor, 2);
  const occurredAt = new Date(Number(at));
  if (!Number.isNaN(occurredAt.getTime()) && idPattern.test(id)) return [occurredAt, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

function checkInOf(
  row: queries.VisitRow,
  station: { id: string; name: string },
  timeZone: string,
  isRepeat = false,
): CheckIn {
  return {
    id: row.id,
    communityId: row.communityId,
    station: { id: station.id, name: station.name },
    evidence: row.evidence,
    occurredAt: localIso(timeZone, row.occurredAt.getTime()),
    receivedAt: localIso(timeZone, row.receivedAt.getTime()),
    isLate: row.isLate,
    isRepeat,
  };
}

function demandOperating({ status, statusNote }: FoundStation): void {
  if (status === 'operating') return;
  const { station_not_operating: problem } = checkInProblems;
  throw refuse(problem, statusNote === null ? {} : { detail: `${problem.title}（${statusNote}）` });
}

export type CheckIns = ReturnType<typeof createCheckIns>;

export function createCheckIns({ database, clock, communities, stations, codes }: CheckInsParts) {
  async function proveByCode(tx: Queries, input: CreateInput & { code: string }, times: VisitTimes) {
    const { communityId, stationId, grade } = await codes.readCode(tx, input.code, times);
    const station = await stations.findStation(tx, stationId, communityId);
    demandOperating(station);
    const nearness = input.position ? nearnessOf(input.position, station.position) : null;
    return { station, evidence: gradeOf(grade, nearness) };
  }

  async function proveByPosition(tx: Queries, { stationId, position }: CreateInput) {
    if (stationId === undefined) throw refuse(checkInProblems.target_missing);
    if (!position) throw refuse(checkInProblems.position_missing);
    const station = await stations.findStation(tx, stationId);
    demandOperating(station);
    const nearness = nearnessOf(position, station.position);
    if (nearness === 'vague') throw refuse(checkInProblems.position_inaccurate);
    if (nearness === 'far') throw refuse(checkInProblems.too_far);
    return { station, evidence: 'position' as const };
  }

  function prove(
    tx: Queries,
    input: CreateInput,
    times: VisitTimes,
  ): Promise<{ station: FoundStation; evidence: Evidence }> {
    const { code } = input;
    return code === undefined ? proveByPosition(tx, input) : proveByCode(tx, { ...input, code }, times);
  }

  /** The new visit, or the first one that this repeats. */
  async function record(
    tx: Queries,
    asker: Asker,
    proof: { station: FoundStation; evidence: Evidence },
    times: VisitTimes,
  ): Promise<CheckIn> {
    const { station, evidence } = proof;
    const { communityId } = station;
    const { phoneTime, now, occurredAt, isLate } = times;
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const id = newId();
    const day = localDate(timeZone, occurredAt);
    const values = [
      communityId,
      id,
      asker.personId,
      station.id,
      evidence,
      phoneTime,
      now,
      occurredAt,
      day,
      isLate,
    ];
    if ((await tx.run(queries.recordVisit, values)) === 0) {
      const first = await tx.row(queries.findRepeated, [communityId, asker.personId, station.id, occurredAt]);
      if (!first) throw refuse(problems.conflict);
      return checkInOf(first, station, timeZone, true);
    }
    await publish(tx, { topic: visitRecorded, communityId, payload: { communityId, checkInId: id } });
    const visit = { id, communityId, stationId: station.id, evidence, occurredAt, receivedAt: now, isLate };
    return checkInOf(visit, station, timeZone);
  }

  async function visitsOf(
    from: Queries,
    station: { id: string; communityId: string },
    day: string,
  ): Promise<StationVisits> {
    const row = await from.row(queries.findCounts, [station.communityId, station.id, day, monthOf(day)]);
    if (!row) throw refuse(problems.not_found);
    const { visits, people, walkIns, monthVisits, monthPeople, monthWalkIns } = row;
    return {
      stationId: station.id,
      day,
      today: { visits, people, walkIns },
      month: { visits: monthVisits, people: monthPeople, walkIns: monthWalkIns },
    };
  }

  return {
    /** A signed-in person, for themselves. The position is judged here and goes no further. */
    async createCheckIn(input: CreateInput, asker: Asker, tx: Queries): Promise<CheckIn> {
      const times = timesOf(input.phoneTime, clock.now());
      const proof = await prove(tx, input, times);
      const { communityId } = proof.station;
      if (!asker.roles.has(communityId)) await communities.join(tx, communityId, asker.personId);
      return record(tx, asker, proof, times);
    },

    /** A signed-in person's own, the newest first. One query. */
    async listMyCheckIns(input: InputOf<typeof listMyCheckInsSchemas>, asker: Asker): Promise<MyPage> {
      const limit = input.limit ?? 20;
      const [before, beforeId] = startOf(input.cursor);
      const rows = await database.rows(queries.listMine, [asker.personId, before, beforeId, limit + 1]);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const hasMore = rows.length > page.length && last !== undefined;
      return {
        items: await Promise.all(
          page.map(async (row) => {
            const station = await stations.describe(row.stationId);
            return checkInOf(row, station, station.timeZone);
          }),
        ),
        nextCursor: hasMore ? encodeCursor([last.occurredAt.getTime(), last.id]) : null,
      };
    },

    /** Anyone: counts of today and of this month, by the community's calendar. */
    async getStationVisits({ stationId }: { stationId: string }): Promise<StationVisits> {
      const station = await stations.describe(stationId);
      return visitsOf(database, station, localDate(station.timeZone, clock.now()));
    },

    /** Staff of the station's community. */
    async tallyWalkIns(
      { stationId, people }: { stationId: string; people: number },
      asker: Asker,
      tx: Queries,
    ): Promise<StationVisits> {
      const station = await stations.findStation(tx, stationId);
      if (!stations.can(asker, station).tallyWalkIns) throw refuse(problems.forbidden);
      const { communityId } = station;
      const now = clock.now();
      const day = localDate(await communities.timeZoneOf(tx, communityId), now);
      await tx.run(queries.insertTally, [communityId, newId(), stationId, asker.personId, people, now, day]);
      // The day before the month, as the roll-up of visits does, so that the two never wait for each other.
      await tx.run(queries.addWalkInsToDay, [communityId, stationId, day, people]);
      await tx.run(queries.addWalkInsToMonth, [communityId, stationId, monthOf(day), people]);
      return visitsOf(tx, station, day);
    },
  };
}
