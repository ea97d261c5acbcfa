import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { Notify } from '../notices/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Points } from '../points/service';
import type { Screenings } from '../screenings/service';
import type { WorkingDays } from '../working-days/service';
import { createCreating } from './creating';
import { createFigures } from './figures';
import { createHistory } from './history';
import { createMerging } from './merging';
import { createMoves } from './moves';
import { createOutside } from './outside';
import { createOwn, createReporting } from './own';
import { createPublicReports } from './publicity';
import { createRounds } from './rounds';
import { createFollowing, createSimilar } from './similar';
import { createTelling } from './telling';
import { createViews } from './views';

export interface ReportsParts {
  database: Database;
  clock: Clock;
  audit: Audit;
  communities: Communities;
  media: Pick<Media, 'claim' | 'of'>;
  notify: Notify;
  points: Pick<Points, 'earn'>;
  screenings: Pick<Screenings, 'start' | 'stop'>;
  workingDays: Pick<WorkingDays, 'calendarOf'>;
}

export { forgetReports, reportsPersonalData } from './personal-data';
export { tallyNew } from './tallies';
export type { PublicRecord } from './publicity';
export type Reports = ReturnType<typeof createReports>;

/** Hazards that people report, from the first photo to what became of it. */
export function createReports(parts: ReportsParts) {
  const history = createHistory(parts);
  const rounds = createRounds(parts);
  const views = createViews(parts);
  const moves = createMoves({ ...parts, history, rounds });
  const all = { ...parts, history, rounds, views, moves };
  return {
    ...createCreating(all),
    ...createOwn(all),
    ...createReporting(all),
    ...createSimilar(all),
    ...createFollowing(all),
    ...createMerging(all),
    ...createOutside(all),
    ...createPublicReports(parts),
    ...createFigures(parts),
    /** For the desk, in its transactions. */
    ...moves,
    append: history.append,
    telling: createTelling(parts),
    calendarOf: parts.workingDays.calendarOf,
  };
}
