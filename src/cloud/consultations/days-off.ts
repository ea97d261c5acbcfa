import type {
  removeConsultationDayOffSchemas,
  setConsultationDayOffSchemas,
} from '../../contract/consultation-desk.schema';
import type { ConsultationHoursList } from '../../contract/consultation-desk';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { dayMs, instantOf } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { recordHours } from './hours';
import * as queries from './hours-queries';
import type { HoursViews } from './hours-views';
import { demandOfficer } from './officers';
import type { ConsultationParts } from './service';
import type { Slots } from './slots';

interface DaysOffParts extends ConsultationParts {
  slots: Slots;
  hoursViews: HoursViews;
}

/** Days on which an officer can not be consulted, whatever their hours. */
export function createDaysOff({ database, audit, communities, slots, hoursViews }: DaysOffParts) {
  async function spanOf(tx: Queries, communityId: string, day: string) {
    const timeZone = await communities.timeZoneOf(tx, communityId);
    const at = (local: number) => new Date(instantOf(timeZone, local));
    return { from: at(Date.parse(day)), to: at(Date.parse(day) + dayMs) };
  }

  return {
    /** An officer, for themselves; staff, organiser or admin for any. */
    setConsultationDayOff(
      { communityId, officerId, day, note, callOff }: InputOf<typeof setConsultationDayOffSchemas>,
      asker: Asker,
    ): Promise<ConsultationHoursList> {
      demandOfficer(asker, communityId, officerId);
      return database.transaction(async (tx) => {
        if (!(await tx.run(queries.lockOfficer, [communityId, officerId]))) throw refuse(problems.not_found);
        await tx.run(queries.setDayOff, [communityId, officerId, day, note?.trim() ?? null]);
        const span = { hoursId: null, ...(await spanOf(tx, communityId, day)) };
        await slots.empty(tx, { communityId, officerId }, span, callOff);
        await recordHours(audit, tx, { communityId, officerId }, asker, 'day_off');
        return hoursViews.list(tx, communityId, asker);
      });
    },

    /** The same. */
    removeConsultationDayOff(
      { communityId, officerId, day }: InputOf<typeof removeConsultationDayOffSchemas>,
      asker: Asker,
    ): Promise<ConsultationHoursList> {
      demandOfficer(asker, communityId, officerId);
      return database.transaction(async (tx) => {
        if (!(await tx.run(queries.lockOfficer, [communityId, officerId]))) throw refuse(problems.not_found);
        await tx.run(queries.deleteDayOff, [communityId, officerId, day]);
        await slots.makeOf(tx, communityId, officerId);
        await recordHours(audit, tx, { communityId, officerId }, asker, 'day_back');
        return hoursViews.list(tx, communityId, asker);
      });
    },
  };
}
