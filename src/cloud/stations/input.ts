import { pageLimits, problems, type InputOf, type Problem } from '../../contract/http';
import { stationProblems } from '../../contract/stations';
import type { listStationsSchemas } from '../../contract/stations.schema';
import { decodeCursor } from '../platform/cursor';
import type { Point } from '../platform/distance';
import { refuse } from '../platform/refusal';
import type { Box, Search } from './directory';
import { maskOf } from './place';

export type ListInput = InputOf<typeof listStationsSchemas>;

/** All of the values or none; the missing ones are named. */
function allOrNone<Name extends string>(
  values: Partial<Record<Name, number>>,
  names: readonly Name[],
  problem: Problem,
): Record<Name, number> | null {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0) return values as Record<Name, number>;
  if (missing.length === names.length) return null;
  throw refuse(problem, { fields: Object.fromEntries(missing.map((name) => [name, problem.title])) });
}

export const originOf = (input: { lat?: number; lng?: number }): Point | null =>
  allOrNone(input, ['lat', 'lng'], stationProblems.position_incomplete);

function boxOf(input: Partial<Box>): Box | null {
  const box = allOrNone(input, ['south', 'west', 'north', 'east'], stationProblems.box_incomplete);
  if (box && box.south > box.north)
    throw refuse(problems.invalid_input, { fields: { south: '不能大于 north' } });
  if (box && box.west > box.east) throw refuse(problems.invalid_input, { fields: { west: '不能大于 east' } });
  return box;
}

function afterOf(cursor: string | undefined): Search['after'] {
  if (cursor === undefined) return null;
  const [metres, id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(metres)))
    throw refuse(problems.invalid_input, { fields: { cursor: '格式不对' } });
  return { metres: Number(metres), id };
}

/** What a request for the list asks for; refused, naming the field, when it contradicts itself. */
export function searchOf(input: ListInput): Search {
  return {
    communityId: input.communityId ?? null,
    origin: originOf(input),
    box: boxOf(input),
    facilities: maskOf(input.facilities ?? []),
    kind: input.kind ?? null,
    openNow: input.openNow ?? false,
    after: afterOf(input.cursor),
    limit: input.limit ?? pageLimits.default,
  };
}
