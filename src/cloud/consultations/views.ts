import type { Consultation } from '../../contract/consultations';
import { nameDepartments } from '../members/service';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import { consultationMachine } from './machine';
import type { ConsultationRow } from './queries';
import type { ConsultationParts } from './service';

const present = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

export type Views = ReturnType<typeof createViews>;

export function createViews({ clock, communities, people, requests }: ConsultationParts) {
  /** Of a community: its topics by id. */
  async function topicsOf(from: Queries, communityId: string) {
    const names = await requests.categoryNames(from, communityId);
    return (id: string | null) => {
      const name = id === null ? undefined : names.get(id);
      return id === null || name === undefined ? null : { id, name };
    };
  }

  async function namesOf(from: Queries, ids: readonly (string | null)[]) {
    const known = await people.describePeople(from, present(ids));
    return (id: string | null) => (id === null ? null : (known.get(id)?.nickname ?? null));
  }

  async function departmentsOf(from: Queries, communityId: string, ids: readonly string[]) {
    const named = await nameDepartments(from, communityId, present(ids));
    const byId = new Map(named.map((department) => [department.id, department]));
    return (id: string) => byId.get(id) ?? { id, name: '' };
  }

  async function shownOf(from: Queries, communityId: string, rows: readonly ConsultationRow[]) {
    const timeZone = await communities.timeZoneOf(from, communityId);
    const topicOf = await topicsOf(from, communityId);
    const nameOf = await namesOf(
      from,
      rows.map(({ officerId }) => officerId),
    );
    const departmentOf = await departmentsOf(
      from,
      communityId,
      rows.map(({ departmentId }) => departmentId),
    );
    return rows.map((row): Consultation => {
      const { id, state, way, place, note, requestId, cancelledBy, reason, version } = row;
      const isAhead = row.startsAt > clock.now();
      return {
        ...{ id, communityId, state, way, place, note, requestId, cancelledBy, reason, version },
        startsAt: localIso(timeZone, row.startsAt.getTime()),
        endsAt: localIso(timeZone, row.endsAt.getTime()),
        department: departmentOf(row.departmentId),
        officerName: nameOf(row.officerId),
        topic: topicOf(row.topicId),
        bookedAt: row.bookedAt.toISOString(),
        can: { cancel: isAhead && can(consultationMachine, state, 'cancel', ['rider']) },
      };
    });
  }

  return {
    topicsOf,
    namesOf,
    departmentsOf,

    /** As who has them sees them, in the order given; of several communities, too. */
    async shown(from: Queries, rows: readonly ConsultationRow[]): Promise<Consultation[]> {
      const byId = new Map<string, Consultation>();
      for (const communityId of new Set(rows.map((row) => row.communityId))) {
        const there = rows.filter((row) => row.communityId === communityId);
        for (const one of await shownOf(from, communityId, there)) byId.set(one.id, one);
      }
      return rows.flatMap(({ id }) => byId.get(id) ?? []);
    },
  };
}
