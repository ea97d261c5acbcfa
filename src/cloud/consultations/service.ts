import type { Activities } from '../activities/service';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Requests } from '../requests/service';
import type { WorkingDays } from '../working-days/service';
import { createBooking } from './booking';
import { createDay, createSettling } from './day';
import { createDaysOff } from './days-off';
import { createHours } from './hours';
import { createHoursViews } from './hours-views';
import { createMoves } from './moves';
import { createOffers } from './offers';
import { createSlots } from './slots';
import { createTelling } from './telling';
import { createViews } from './views';

export { consultationsPersonalData, forgetConsultations } from './personal-data';

export interface ConsultationParts {
  database: Database;
  clock: Clock;
  audit: Audit;
  communities: Communities;
  notify: Notify;
  people: Pick<People, 'describePeople'>;
  activities: Pick<Activities, 'busyWith'>;
  requests: Pick<Requests, 'categoryNames' | 'isOwnRequest' | 'openCategory'>;
  workingDays: Pick<WorkingDays, 'calendarOf'>;
}

export type Consultations = ReturnType<typeof createConsultations>;

/** Appointments with the officers of departments. */
export function createConsultations(parts: ConsultationParts) {
  const telling = createTelling(parts);
  const views = createViews(parts);
  const all = { ...parts, telling, views };
  const moves = createMoves(all);
  const slots = createSlots({ ...all, moves });
  const ofHours = { ...all, slots, hoursViews: createHoursViews(all) };
  return {
    ...createOffers(all),
    ...createBooking({ ...all, moves }),
    ...createHours(ofHours),
    ...createDaysOff(ofHours),
    ...createDay({ ...all, moves }),
    ...createSettling({ ...all, moves }),
    makeSlotsOf: slots.makeOf,
    telling,
  };
}
