import type { Communities } from '../communities/service';
import type { Queries } from '../platform/database';
import { dayMs, instantOf } from '../platform/local-time';

interface Days {
  communityId: string;
  from?: string | undefined;
  /** Counts, too. */
  until?: string | undefined;
}

/** From when on, and before when, something starts on these days of a community's calendar. */
export async function spanOf(
  queries: Queries,
  communities: Pick<Communities, 'timeZoneOf'>,
  { communityId, from, until }: Days,
): Promise<[Date | string, Date | string]> {
  if (from === undefined && until === undefined) return ['-infinity', 'infinity'];
  const timeZone = await communities.timeZoneOf(queries, communityId);
  const at = (day: string, later: number) => new Date(instantOf(timeZone, Date.parse(day) + later * dayMs));
  return [from ? at(from, 0) : '-infinity', until ? at(until, 1) : 'infinity'];
}
