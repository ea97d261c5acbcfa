import type { ConsultationHours, ConsultationHoursList } from '../../contract/consultation-desk';
import { problems } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './hours-queries';
import type { HoursRow } from './hours-queries';
import { officersFor } from './officers';
import type { ConsultationParts } from './service';
import type { Views } from './views';

export type HoursViews = ReturnType<typeof createHoursViews>;

export function createHoursViews({ clock, communities, views }: ConsultationParts & { views: Views }) {
  async function shown(
    from: Queries,
    communityId: string,
    rows: readonly HoursRow[],
  ): Promise<ConsultationHours[]> {
    const booked = new Map(
      (await from.rows(queries.countBooked, [communityId, clock.now()])).map((row) => [
        row.hoursId,
        row.booked,
      ]),
    );
    const topicOf = await views.topicsOf(from, communityId);
    const nameOf = await views.namesOf(
      from,
      rows.map(({ officerId }) => officerId),
    );
    const departmentOf = await views.departmentsOf(
      from,
      communityId,
      rows.map(({ departmentId }) => departmentId),
    );
    return rows.map(({ communityId: _, departmentId, officerId, topicId, ...row }) => ({
      ...row,
      department: departmentOf(departmentId),
      officer: { personId: officerId, name: nameOf(officerId) ?? '' },
      topic: topicOf(topicId),
      booked: booked.get(row.id) ?? 0,
    }));
  }

  async function list(from: Queries, communityId: string, asker: Asker): Promise<ConsultationHoursList> {
    const officers = await officersFor(from, communityId, asker);
    const ids = [...new Set([asker.personId, ...officers.map(({ personId }) => personId)])];
    const rows = await from.rows(queries.listHours, [communityId, ids]);
    const timeZone = await communities.timeZoneOf(from, communityId);
    const today = localDate(timeZone, clock.now());
    return {
      items: await shown(from, communityId, rows),
      daysOff: await from.rows(queries.listDaysOff, [communityId, ids, today]),
      officers,
    };
  }

  async function one(tx: Queries, row: HoursRow): Promise<ConsultationHours> {
    const [first] = await shown(tx, row.communityId, [row]);
    if (!first) throw refuse(problems.not_found);
    return first;
  }

  return { list, one };
}
