import { problems } from '../../contract/http';
import { visitLimits, type VisitSheet } from '../../contract/visits';
import type { Asker } from '../platform/asker';
import { dayMs, instantOf, localDay, localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { masked, openFacts } from './elders';
import * as queries from './queries';
import type { VisitsParts } from './service';

const hourMs = 3_600_000;

/** What a volunteer takes along. */
export function createSheet({ database, clock, sealing, audit, communities, activities }: VisitsParts) {
  return {
    /** The leader and who is going; every reading of what is not masked is written down. */
    getVisitSheet({ activityId }: { activityId: string }, { personId }: Asker): Promise<VisitSheet> {
      return database.transaction(async (tx) => {
        const activity = await activities.findActivity(tx, activityId);
        const { communityId, title, startsAt, endsAt, leaderId, state } = activity;
        const isLeader = leaderId === personId;
        const going = await activities.goingTo(tx, communityId, activityId);
        const isKnown = isLeader || going.some((one) => one.personId === personId);
        const isOn = state === 'published' || state === 'finished';
        if (activity.kind !== 'elder_visit' || !isOn || !isKnown) throw refuse(problems.not_found);
        const timeZone = await communities.timeZoneOf(tx, communityId);
        const day = localDay(timeZone, startsAt.getTime());
        const opensAt = instantOf(timeZone, (day - 1) * dayMs + visitLimits.opensHour * hourMs);
        const now = clock.now().getTime();
        const isOpen = now >= opensAt && now < endsAt.getTime();
        const rows = await tx.rows(queries.list, [communityId, activityId]);
        const elders = rows.map((row) => {
          const { called, address, phone, showsPhone, needs } = openFacts(sealing, communityId, row);
          const isMine = row.volunteerIds.includes(personId);
          const isShown = isOpen && (isLeader || isMine);
          const hidden = { name: masked(called), address: null, phone: null, needs: null };
          const shown = { name: called, address, phone: showsPhone ? phone : null, needs };
          const volunteers = going.filter((one) => row.volunteerIds.includes(one.personId));
          const names = volunteers.map(({ nickname }) => nickname);
          return { id: row.id, isMine, isShown, volunteers: names, ...(isShown ? shown : hidden) };
        });
        const count = elders.filter(({ isShown }) => isShown).length;
        const look = { communityId, actorId: personId, details: { activityId, count } };
        if (count > 0) await audit.record(tx, { ...look, action: 'elder_visit_viewed' });
        const iso = (at: number) => localIso(timeZone, at);
        const times = {
          startsAt: iso(startsAt.getTime()),
          endsAt: iso(endsAt.getTime()),
          opensAt: iso(opensAt),
        };
        return { title, ...times, isOpen, isLeader, elders };
      });
    },
  };
}
