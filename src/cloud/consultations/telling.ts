import { nameDepartments } from '../members/service';
import type { ConsultationNews } from '../notices/service';
import type { Queries } from '../platform/database';
import { localDate } from '../platform/local-time';
import type { ConsultationRow } from './queries';
import type { ConsultationParts } from './service';
import { wayNames, whenText } from './texts';

const riderPage = (id: string) => `consultations/rider/detail?id=${id}`;
const officerPage = (communityId: string, day: string) =>
  `consultations/desk/day?communityId=${communityId}&day=${day}`;

export type Telling = ReturnType<typeof createTelling>;

/** What an inbox hears of appointments: when and with whom, never what about. */
export function createTelling({ communities, notify }: Pick<ConsultationParts, 'communities' | 'notify'>) {
  async function valuesOf(tx: Queries, row: ConsultationRow) {
    const timeZone = await communities.timeZoneOf(tx, row.communityId);
    const [department] = await nameDepartments(tx, row.communityId, [row.departmentId]);
    const where = [wayNames[row.way], row.place].filter(Boolean).join('，');
    const facts = { when: whenText(timeZone, row.startsAt), who: department?.name ?? '社区', where };
    return { facts, day: localDate(timeZone, row.startsAt) };
  }

  return {
    /** Who has it, or had. */
    async tellRider(tx: Queries, row: ConsultationRow, news: ConsultationNews): Promise<void> {
      const { communityId, personId, id, reason } = row;
      if (personId === null) return;
      const { facts } = await valuesOf(tx, row);
      const values = { news, ...facts, reason };
      await notify(tx, { personId, communityId, kind: 'consultation', values, link: riderPage(id) });
    },

    async tellOfficer(tx: Queries, row: ConsultationRow, news: ConsultationNews): Promise<void> {
      const { communityId, officerId } = row;
      if (officerId === null) return;
      const { day, facts } = await valuesOf(tx, row);
      const values = { news, ...facts, reason: null };
      const link = officerPage(communityId, day);
      await notify(tx, { personId: officerId, communityId, kind: 'consultation', values, link });
    },
  };
}
