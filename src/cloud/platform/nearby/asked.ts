import { pageLimits, problems, type Problem } from '../../../contract/http';
import { positionProblems } from '../../../contract/positions';
import { decodeCursor } from '../cursor';
import type { Point } from '../distance';
import { refuse } from '../refusal';
import type { Box, NearbySearch, Spot } from './nearby';

/** How a list by distance is asked for. */
export interface NearbyInput extends Partial<Box> {
  communityId?: string;
  lat?: number;
  lng?: number;
  cursor?: string;
  limit?: number;
}

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
  allOrNone(input, ['lat', 'lng'], positionProblems.position_incomplete);

function boxOf(input: Partial<Box>): Box | null {
  const box = allOrNone(input, ['south', 'west', 'north', 'east'], positionProblems.box_incomplete);
  if (box && box.south > box.north)
    throw refuse(problems.invalid_input, { fields: { south: '不能大于 north' } });
  if (box && box.west > box.east) throw refuse(problems.invalid_input, { fields: { west: '不能大于 east' } });
  return box;
}

function afterOf(cursor: string | undefined): { metres: number; id: string } | null {
  if (cursor === undefined) return null;
  const [metres, id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(metres)))
    throw refuse(problems.invalid_input, { fields: { cursor: '格式不对' } });
  return { metres: Number(metres), id };
}

/** What a request for such a list asks for; refused, naming the field, when it contradicts itself. */
export function nearbyOf<S extends Spot>(input: NearbyInput): Omit<NearbySearch<S>, 'isWanted'> {
  return {
    communityId: input.communityId ?? null,
    origin: originOf(input),
    box: boxOf(input),
    after: afterOf(input.cursor),
    limit: input.limit ?? pageLimits.default,
  };
}
