import { dayMs } from '../platform/local-time';

/** What takes somebody's time. Each has a column of its own, and looks at all of them. */
export type Taker = 'activities' | 'consultations';

/** Agendas keep what is over for so long, for the sake of clocks that differ. */
export const agendaKeptMs = 7 * dayMs;

/**
 * Takes time where it is free, on the newest row, whoever takes of it meanwhile. `source` gives rows of community, person
 * and multirange, one a person, in the order of persons; `since` is how far back an agenda is of interest. Returns the
 * persons whose time it was.
 */
export const claimTime = (taker: Taker, { source, since }: { source: string; since: string }): string =>
  `insert into agendas as g (community_id, person_id, ${taker}) ${source}
   on conflict (community_id, person_id) do update
     set ${taker} = (g.${taker} * tstzmultirange(tstzrange(${since}::timestamptz, null))) + excluded.${taker}
     where not (g.activities + g.consultations) && excluded.${taker}
   returning person_id`;

/**
 * All that takes somebody's time, read anew: `spans` gives its ranges as `span`, of the person of `g`. $1 community, $2
 * persons, who are locked: a statement after the lock, so that nothing is missed.
 */
export const renewTime = (taker: Taker, spans: string): string =>
  `update agendas g set ${taker} = coalesce((select range_agg(span) from (${spans}) taken), '{}'::tstzmultirange)
   where g.community_id = $1 and g.person_id = any($2::uuid[])`;
