import type { StationVisits } from '../../contract/check-ins';
import { problems } from '../../contract/http';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate, monthOf } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './queries';

/** A station, and which day it is there. */
export interface StationDay {
  communityId: string;
  stationId: string;
  day: string;
}

/** The roll-ups of a day and its month. */
export async function readCounts(
  from: Queries,
  { communityId, stationId, day }: StationDay,
): Promise<StationVisits> {
  const row = await from.row(queries.findCounts, [communityId, stationId, day, monthOf(day)]);
  if (!row) throw refuse(problems.not_found);
  const { visits, people, walkIns, monthVisits, monthPeople, monthWalkIns } = row;
  return {
    stationId,
    day,
    today: { visits, people, walkIns },
    month: { visits: monthVisits, people: monthPeople, walkIns: monthWalkIns },
  };
}

/** Walk-ins are added at once, so that whoever counts sees the new count. */
export async function addWalkIns(
  tx: Queries,
  station: { id: string; communityId: string; timeZone: string },
  tally: { people: number; countedBy: string; now: Date },
): Promise<StationVisits> {
  const { id: stationId, communityId, timeZone } = station;
  const { people, countedBy, now } = tally;
  const day = localDate(timeZone, now);
  await tx.run(queries.insertTally, [communityId, newId(), stationId, countedBy, people, now, day]);
  // The day before the month, as the roll-up of visits does, so that the two never wait for each other.
  await tx.run(queries.addWalkInsToDay, [communityId, stationId, day, people]);
  await tx.run(queries.addWalkInsToMonth, [communityId, stationId, monthOf(day), people]);
  return readCounts(tx, { communityId, stationId, day });
}
