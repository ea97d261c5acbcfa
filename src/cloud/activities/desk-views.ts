import type { ManagedActivity, ManagedActivityRow, ManagedSignUp } from '../../contract/activity-desk';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import { leads, mayManage, mayReadAll, stateAt } from './access';
import { positionOf } from './facts';
import { activityMachine } from './machine';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import type { ActivitiesParts } from './service';
import type { SignUpRecord } from './sign-up-queries';
import { placeOf, type Views } from './views';

function managedRowOf(record: ActivityRecord, timeZone: string, now: Date): ManagedActivityRow {
  const { id, communityId, seriesId, kind, title, capacity, minimum, taken, waiting, version } = record;
  const { leaderId, leaderNickname } = record;
  return {
    ...{ id, communityId, seriesId, kind, title, capacity, minimum, taken, waiting, version },
    state: stateAt(record, now),
    place: placeOf(record),
    startsAt: localIso(timeZone, record.startsAt.getTime()),
    endsAt: localIso(timeZone, record.endsAt.getTime()),
    leader: leaderId === null ? null : { personId: leaderId, nickname: leaderNickname ?? '' },
  };
}

function verdictOf(record: ActivityRecord, asker: Asker, now: Date): ManagedActivity['can'] {
  const { communityId, startsAt } = record;
  const state = stateAt(record, now);
  const isStaff = mayManage(asker, communityId);
  const isTheirs = leads(asker, record);
  const may = (action: 'publish' | 'cancel') => isStaff && can(activityMachine, state, action, ['staff']);
  return {
    change: isStaff && (state === 'draft' || state === 'published'),
    publish: may('publish') && startsAt > now,
    cancel: may('cancel'),
    remove: isStaff && state === 'draft',
    seeSignUps: isTheirs || mayReadAll(asker, communityId),
    addSignUp: isStaff && state === 'published' && startsAt > now,
    addPhotos: (isStaff || isTheirs) && startsAt <= now && (state === 'published' || state === 'finished'),
  };
}

type DeskViewParts = Pick<ActivitiesParts, 'clock' | 'communities' | 'people'> & { views: Views };

export type DeskViews = ReturnType<typeof createDeskViews>;

/** Activities and who comes, as those who manage see them. */
export function createDeskViews({ clock, communities, people, views }: DeskViewParts) {
  async function seriesOf(from: Queries, { communityId, seriesId, ordinal }: ActivityRecord) {
    const row = seriesId && (await from.row(queries.countSeries, [communityId, seriesId]));
    return row && ordinal !== null ? { ...row, ordinal } : null;
  }

  return {
    async managedRows(from: Queries, communityId: string, records: readonly ActivityRecord[]) {
      const timeZone = await communities.timeZoneOf(from, communityId);
      return records.map((record) => managedRowOf(record, timeZone, clock.now()));
    },

    async managed(from: Queries, record: ActivityRecord, asker: Asker): Promise<ManagedActivity> {
      const { communityId, id, signUpFrom, signUpUntil, stationId, placeText, departmentId } = record;
      const timeZone = await communities.timeZoneOf(from, communityId);
      const iso = (at: Date) => localIso(timeZone, at.getTime());
      const now = clock.now();
      const { description, questions, isRisky, riskNotice, insuranceText, audience, hoursPlanned } = record;
      return {
        ...managedRowOf(record, timeZone, now),
        ...(await views.photosOf(from, communityId, id)),
        ...{ description, questions, isRisky, riskNotice, insuranceText, audience, hoursPlanned },
        ...{ stationId, placeText, departmentId },
        position: positionOf(record),
        signUpFrom: signUpFrom && iso(signUpFrom),
        signUpUntil: signUpUntil && iso(signUpUntil),
        department: record.departmentName,
        cancelReason: record.cancelReason,
        series: await seriesOf(from, record),
        createdAt: iso(record.createdAt),
        can: verdictOf(record, asker, now),
      };
    },

    async signUpsManaged(
      from: Queries,
      communityId: string,
      rows: readonly SignUpRecord[],
    ): Promise<ManagedSignUp[]> {
      const ids = rows.flatMap(({ personId }) => personId ?? []);
      const persons = await people.describePeople(from, ids);
      const timeZone = await communities.timeZoneOf(from, communityId);
      return rows.map(({ id, personId, state, waitPlace, via, answers, reason, ...row }) => ({
        ...{ id, state, waitPlace, via, answers, reason },
        person: persons.get(personId ?? '') ?? null,
        signedUpAt: localIso(timeZone, row.signedUpAt.getTime()),
        hasAgreedToRisk: row.riskAgreedAt !== null,
      }));
    },
  };
}
