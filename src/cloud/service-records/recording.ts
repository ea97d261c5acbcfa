import { serviceKinds, serviceLimits, durationText } from '../../contract/service-records';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { localDate } from '../platform/local-time';
import * as corrections from './correction-queries';
import * as queries from './queries';
import type { ServiceRecordsParts } from './service';
import { serviceTexts } from './texts';
import { lockMember } from './volunteer-queries';
import type { Volunteers } from './volunteers';

/** What the day of an activity says of somebody, first or anew. */
interface Attended {
  communityId: string;
  activityId: string;
  attendanceId: string;
  personId: string;
  minutes: number;
  version: number;
}

/** Hours that are not what they were. */
interface Changed {
  communityId: string;
  recordId: string;
  /** What changed them; it earns once. */
  sourceId: string;
  personId: string;
  servedOn: string;
  before: number;
  minutes: number;
  by: string | null;
}

const mine = (recordId: string) => `service-records/rider/correction?id=${recordId}`;

export type Following = ReturnType<typeof createFollowing>;

export function createFollowing({ points, whenChanged }: ServiceRecordsParts) {
  /** Points and papers follow the hours. */
  async function follow(tx: Queries, changed: Changed): Promise<void> {
    const { communityId, recordId, sourceId, personId, servedOn, before, minutes, by } = changed;
    await whenChanged(tx, communityId, recordId);
    if (minutes > before) {
      const units = (minutes - before) / 60;
      const source = 'volunteering' as const;
      await points.earn(tx, { communityId, personId, source, sourceId, day: servedOn, units });
      return;
    }
    const granted = await tx.rows(corrections.listGranted, [communityId, recordId]);
    const sources = [recordId, ...granted.map(({ id }) => id)];
    const units = { before: before / 60, after: minutes / 60 };
    const reason = serviceTexts.pointsTakenBack;
    await points.takeBack(tx, { communityId, personId, sourceId, sources, units, by, reason });
  }

  return { follow };
}

interface RecordingParts extends ServiceRecordsParts, Following {
  volunteers: Volunteers;
}

/** Hours of those who came. */
export function createRecording(parts: RecordingParts) {
  const { clock, communities, notify, points, volunteers, follow } = parts;

  async function amend(tx: Queries, attended: Attended, minutes: number, isByPlan: boolean): Promise<void> {
    const { communityId, attendanceId, version, personId } = attended;
    const values = [communityId, attendanceId, version, minutes, isByPlan];
    const amended = await tx.row(queries.amend, values);
    if (!amended) return;
    const { id: recordId, version: now, before } = amended;
    await tx.run(queries.insertEntry, [
      ...[communityId, recordId, now, 'amended', minutes, null, null, null, clock.now()],
    ]);
    const record = await tx.row(queries.find, [communityId, recordId]);
    if (!record) return;
    const changed = { communityId, recordId, sourceId: newId(), personId, servedOn: record.servedOn };
    await follow(tx, { ...changed, before, minutes, by: null });
    await notify(tx, {
      ...{ personId, communityId, kind: 'service' as const, link: mine(recordId) },
      values: { news: 'corrected', what: record.content, hours: durationText(minutes), words: null },
    });
  }

  return {
    /** A record of hours, once for each attendance; what is told later changes it. Nothing where it is no volunteering. */
    async recordService(tx: Queries, attended: Attended): Promise<void> {
      const { communityId, activityId, attendanceId, personId, version } = attended;
      const asked = [communityId, activityId, attendanceId, serviceKinds];
      const served = await tx.row(queries.findServed, asked);
      if (!served) return;
      const minutes = Math.min(attended.minutes, serviceLimits.minutes);
      const { kind, title, place, startsAt, leaderId, isByPlan } = served;
      // Whoever left meanwhile is no volunteer here; who leaves now waits.
      if (!(await tx.row(lockMember, [communityId, personId]))) return;
      if (!(await volunteers.ensureVolunteer(tx, communityId, personId))) return;
      const recordId = newId();
      const servedOn = localDate(await communities.timeZoneOf(tx, communityId), startsAt);
      const inserted =
        minutes > 0 &&
        (await tx.row(queries.insert, [
          ...[communityId, recordId, personId, activityId, attendanceId, version, kind, title, place],
          ...[servedOn, minutes, isByPlan, leaderId, clock.now()],
        ]));
      if (!inserted) return amend(tx, attended, minutes, isByPlan);
      await tx.run(queries.insertEntry, [
        ...[communityId, recordId, inserted.version, 'recorded', minutes, null, null, leaderId, clock.now()],
      ]);
      const earned = { communityId, personId, source: 'volunteering' as const, sourceId: recordId };
      await points.earn(tx, { ...earned, day: servedOn, units: minutes / 60 });
      await notify(tx, {
        ...{ personId, communityId, kind: 'service' as const, link: mine(recordId) },
        values: { news: 'recorded', what: title, hours: durationText(minutes), words: null },
      });
    },
  };
}
