import type { CheckIn } from '../../contract/check-ins';
import { problems } from '../../contract/http';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate } from '../platform/local-time';
import { publish } from '../platform/outbox';
import { refuse } from '../platform/refusal';
import type { Proof } from './prove';
import * as queries from './queries';
import type { VisitTimes } from './times';

/** Published with every new visit: `{ communityId, checkInId }`. */
export const visitRecorded = 'check_in.recorded';

interface Visitor {
  personId: string;
  /** Of the station's community. */
  timeZone: string;
}

/** The new visit, or the first of those that this one repeats. */
export async function record(
  tx: Queries,
  { personId, timeZone }: Visitor,
  { station, evidence }: Proof,
  { phoneTime, now, occurredAt, isLate }: VisitTimes,
): Promise<CheckIn> {
  const { communityId } = station;
  const id = newId();
  const day = localDate(timeZone, occurredAt);
  const values = [communityId, id, personId, station.id, evidence, phoneTime, now, occurredAt, day, isLate];
  if ((await tx.run(queries.recordVisit, values)) === 0) {
    const first = await tx.row(queries.findRepeated, [communityId, personId, station.id, occurredAt]);
    if (!first) throw refuse(problems.conflict);
    return { ...queries.checkInOf(first, station.name, timeZone), isRepeat: true };
  }
  await publish(tx, { topic: visitRecorded, communityId, payload: { communityId, checkInId: id } });
  const visit = { id, communityId, stationId: station.id, evidence, occurredAt, receivedAt: now, isLate };
  return queries.checkInOf(visit, station.name, timeZone);
}
