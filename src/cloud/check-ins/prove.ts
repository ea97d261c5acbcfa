import { checkInProblems, type EvidenceGrade } from '../../contract/check-ins';
import type { createCheckInSchemas } from '../../contract/check-ins.schema';
import type { InputOf } from '../../contract/http';
import type { Codes } from '../codes/service';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import type { FoundStation, Stations } from '../stations/service';
import { gradeOf, nearnessOf } from './evidence';
import type { VisitTimes } from './times';

export type CheckInInput = InputOf<typeof createCheckInSchemas>;

/** Where someone was, and how sure that is. */
export interface Proof {
  station: FoundStation;
  evidence: EvidenceGrade;
}

function demandOperating({ status, statusNote }: FoundStation): void {
  if (status === 'operating') return;
  const { station_not_operating: problem } = checkInProblems;
  throw refuse(problem, statusNote === null ? {} : { detail: `${problem.title}（${statusNote}）` });
}

/** What a check-in proves, from its code or else its position. The position goes no further than this. */
export function createProve({ stations, codes }: { stations: Stations; codes: Codes }) {
  async function byCode(
    tx: Queries,
    code: string,
    { position }: CheckInInput,
    times: VisitTimes,
  ): Promise<Proof> {
    const { communityId, stationId, grade } = await codes.readCode(tx, code, times);
    const station = await stations.findStation(tx, stationId, communityId);
    demandOperating(station);
    const nearness = position ? nearnessOf(position, station.position) : null;
    return { station, evidence: gradeOf(grade, nearness) };
  }

  async function byPosition(tx: Queries, { stationId, position }: CheckInInput): Promise<Proof> {
    if (stationId === undefined) throw refuse(checkInProblems.target_missing);
    if (!position) throw refuse(checkInProblems.position_missing);
    const station = await stations.findStation(tx, stationId);
    demandOperating(station);
    const nearness = nearnessOf(position, station.position);
    if (nearness === 'vague') throw refuse(checkInProblems.position_inaccurate);
    if (nearness === 'far') throw refuse(checkInProblems.too_far);
    return { station, evidence: 'position' };
  }

  return (tx: Queries, input: CheckInInput, times: VisitTimes): Promise<Proof> =>
    input.code === undefined ? byPosition(tx, input) : byCode(tx, input.code, input, times);
}
