import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Media } from '../media/service';
import type { Notify } from '../notices/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Screenings } from '../screenings/service';
import type { WorkingDays } from '../working-days/service';
import { createCategories, createReaders } from './categories';
import { createCreating } from './creating';
import { createHistory } from './history';
import { createMoves } from './moves';
import { createOthers } from './others';
import { createOwn, createRequesting } from './own';
import { createTelling } from './telling';
import { createViews } from './views';

export interface RequestsParts {
  database: Database;
  clock: Clock;
  audit: Audit;
  communities: Communities;
  media: Pick<Media, 'claim' | 'of'>;
  notify: Notify;
  screenings: Pick<Screenings, 'hasWords'>;
  workingDays: Pick<WorkingDays, 'calendarOf'>;
}

export { forgetRequests, requestsPersonalData } from './personal-data';
export type Requests = ReturnType<typeof createRequests>;

/** What people ask of those who are there for them, and what they are told. */
export function createRequests(parts: RequestsParts) {
  const history = createHistory(parts);
  const views = createViews(parts);
  const moves = createMoves({ ...parts, history });
  const all = { ...parts, history, views, moves };
  return {
    ...createCategories(parts),
    ...createReaders(parts),
    ...createCreating(all),
    ...createOwn(all),
    ...createRequesting(all),
    /** For other concepts. */
    ...createOthers(),
    /** For the desk, in its transactions. */
    ...moves,
    append: history.append,
    telling: createTelling(parts),
    calendarOf: parts.workingDays.calendarOf,
  };
}
