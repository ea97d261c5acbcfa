import { consultationLimits, type ConsultationOffer } from '../../contract/consultations';
import type {
  listConsultationOffersSchemas,
  listConsultationSlotsSchemas,
} from '../../contract/consultations.schema';
import type { AnswerOf, InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { dayMs, instantOf, localDate, localIso } from '../platform/local-time';
import * as queries from './queries';
import type { ConsultationParts } from './service';
import type { Views } from './views';

function countedByDay(timeZone: string, starts: readonly Date[]): ConsultationOffer['days'] {
  const days = new Map<string, number>();
  for (const at of starts) {
    const day = localDate(timeZone, at);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].map(([day, free]) => ({ day, free }));
}

/** What can be had. */
export function createOffers({ database, clock, communities, views }: ConsultationParts & { views: Views }) {
  return {
    /** A member. */
    async listConsultationOffers(
      { communityId }: { communityId: string },
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listConsultationOffersSchemas>> {
      const now = clock.now();
      const timeZone = await communities.timeZoneOf(database, communityId);
      const rows = await database.rows(queries.listOffers, [communityId, now, personId]);
      const running = await database.rows(queries.listRunning, [personId, now]);
      const topicOf = await views.topicsOf(database, communityId);
      const departmentOf = await views.departmentsOf(
        database,
        communityId,
        rows.map(({ departmentId }) => departmentId),
      );
      const items = rows.map(({ departmentId, starts, topicIds, ways }) => ({
        department: departmentOf(departmentId),
        topics: topicIds.flatMap((id) => topicOf(id) ?? []),
        ways,
        days: countedByDay(timeZone, starts),
      }));
      items.sort((a, b) => a.department.name.localeCompare(b.department.name, 'zh-CN'));
      return { items, left: Math.max(0, consultationLimits.running - running.length) };
    },

    /** A member. */
    async listConsultationSlots(
      { communityId, departmentId, day }: InputOf<typeof listConsultationSlotsSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listConsultationSlotsSchemas>> {
      const timeZone = await communities.timeZoneOf(database, communityId);
      const at = (local: number) => new Date(instantOf(timeZone, local));
      const span = [at(Date.parse(day)), at(Date.parse(day) + dayMs)];
      const values = [communityId, departmentId, ...span, clock.now(), personId];
      const rows = await database.rows(queries.listFree, values);
      const topicOf = await views.topicsOf(database, communityId);
      const nameOf = await views.namesOf(
        database,
        rows.map(({ officerId }) => officerId),
      );
      return {
        items: rows.map(({ id, officerId, startsAt, endsAt, way, place, topicId }) => ({
          ...{ id, way, place },
          startsAt: localIso(timeZone, startsAt.getTime()),
          endsAt: localIso(timeZone, endsAt.getTime()),
          officerName: nameOf(officerId) ?? '',
          topic: topicOf(topicId),
        })),
      };
    },
  };
}
