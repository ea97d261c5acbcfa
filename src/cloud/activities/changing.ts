import { isDeepStrictEqual } from 'node:util';
import { activityDeskProblems } from '../../contract/activity-desk';
import type { updateActivitySchemas } from '../../contract/activity-desk.schema';
import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { stateAt } from './access';
import type { DeskParts } from './desk';
import * as desk from './desk-queries';
import { columnsOf, demandFacts, factsOf, factsOfRecord, type ActivityFacts } from './facts';
import type { KnownActivities } from './known';
import { createPutting, mediaIdsOf } from './photos';
import * as places from './place-queries';
import { fillPlaces, lockActivity, renewAgendas } from './places';
import * as queries from './queries';
import type { ActivityRecord } from './queries';
import { laterBy, wallOf } from './recurrence';
import { scopeOf } from './scope';
import * as signUps from './sign-up-queries';
import { tellLater } from './told';
import { activityTexts } from './texts';

type Input = InputOf<typeof updateActivitySchemas>;
type Answer = AnswerOf<typeof updateActivitySchemas>;

interface Change {
  moveToWaitlist: boolean;
  personId: string;
  timeZone: string;
  now: Date;
}

export interface ChangingParts extends DeskParts {
  known: KnownActivities;
}

const timeFields = ['startsAt', 'endsAt', 'signUpFrom', 'signUpUntil'] as const;
const isTime = (field: string) => (timeFields as readonly string[]).includes(field);

/** What of the facts is not as it was. */
function changedIn(before: ActivityFacts, after: ActivityFacts): Partial<ActivityFacts> {
  const entries = Object.entries(after) as [keyof ActivityFacts, unknown][];
  return Object.fromEntries(entries.filter(([field, value]) => !isDeepStrictEqual(value, before[field])));
}

/** The times of another of the series: it moves by as much as this one, with its sign-up at the same distance. */
function timesLike(
  own: ActivityFacts,
  { before, after, timeZone }: { before: ActivityFacts; after: ActivityFacts; timeZone: string },
): Pick<ActivityFacts, (typeof timeFields)[number]> {
  const wall = (at: Date) => wallOf(timeZone, at);
  const startsAt = laterBy(timeZone, own.startsAt, wall(after.startsAt) - wall(before.startsAt));
  const beside = (at: Date | null) => at && laterBy(timeZone, startsAt, wall(at) - wall(after.startsAt));
  return {
    startsAt,
    endsAt: beside(after.endsAt) ?? own.endsAt,
    signUpFrom: beside(after.signUpFrom),
    signUpUntil: beside(after.signUpUntil),
  };
}

/** What has changed for those who come; null where nothing they have to know. */
function wordsFor(before: ActivityFacts, after: ActivityFacts): string | null {
  const { startsAt, endsAt, stationId, placeText } = before;
  const isLater = +startsAt !== +after.startsAt || +endsAt !== +after.endsAt;
  const isElsewhere = stationId !== after.stationId || placeText !== after.placeText;
  const { time, place, both } = activityTexts.changed;
  if (isLater) return isElsewhere ? both : time;
  return isElsewhere ? place : null;
}

function createCapacity() {
  /** Fewer places than are taken: those who came last wait, where so wished. @returns their nicknames. */
  return async function shrink(
    tx: Queries,
    record: ActivityRecord,
    capacity: number | null,
    { moveToWaitlist, now }: Change,
  ): Promise<string[]> {
    const { communityId, id: activityId, taken } = record;
    const over = capacity === null ? 0 : taken - capacity;
    if (over <= 0) return [];
    const last = await tx.rows(places.nameLast, [communityId, activityId, over]);
    const names = last.map(({ nickname }) => nickname);
    if (!moveToWaitlist) {
      const detail = activityTexts.capacityBelow(taken, names);
      throw refuse(activityDeskProblems.capacity_below, {
        detail,
        fields: { capacity: `不能少于 ${taken}` },
      });
    }
    const moved = await tx.rows(places.moveBack, [communityId, activityId, now, over]);
    await tx.run(places.adjust, [communityId, activityId, -moved.length, moved.length]);
    const signUpIds = moved.map(({ id }) => id);
    const words = activityTexts.movedWords;
    await tellLater(tx, { communityId, activityId, news: 'moved_back', signUpIds, words });
    return names;
  };
}

function createChange(parts: ChangingParts) {
  const { known } = parts;
  const { put } = createPutting(parts);
  const shrink = createCapacity();

  /** Everybody's agenda and reminders follow another time. */
  async function followTime(tx: Queries, { communityId, id }: ActivityRecord): Promise<void> {
    const persons = await tx.rows(places.listPersons, [communityId, id]);
    const ids = persons.map(({ personId }) => personId);
    await renewAgendas(tx, communityId, ids);
    await tx.run(desk.remindAnew, [communityId, id]);
  }

  /** One that is held. @returns who waits now. */
  return async function change(
    tx: Queries,
    record: ActivityRecord,
    facts: ActivityFacts,
    how: Change,
  ): Promise<string[]> {
    const { communityId, id: activityId, state } = record;
    const before = factsOfRecord(record, await mediaIdsOf(tx, record));
    await demandFacts(tx, communityId, facts);
    const isMoved = +before.startsAt !== +facts.startsAt || +before.endsAt !== +facts.endsAt;
    if (+before.startsAt !== +facts.startsAt && facts.startsAt <= how.now)
      throw refuse(activityDeskProblems.activity_facts, { fields: { startsAt: '要晚于现在' } });
    const names = await shrink(tx, record, facts.capacity, how);
    await tx.run(desk.update, [communityId, activityId, ...columnsOf(facts, how.timeZone), isMoved]);
    await put(tx, record, facts.mediaIds, how.personId);
    if (isMoved && state === 'published') await followTime(tx, record);
    const after = await tx.row(queries.find, [communityId, activityId]);
    if (after) await fillPlaces(tx, after, how.now);
    const words = state === 'published' ? wordsFor(before, facts) : null;
    if (words !== null)
      await tellLater(tx, { communityId, activityId, news: 'changed', signUpIds: null, words });
    await known.announce(tx, activityId);
    return names;
  };
}

/** Changing what was announced. */
export function createChanging(parts: ChangingParts) {
  const { database, clock, communities, deskViews } = parts;
  const change = createChange(parts);

  async function overlapsOf(tx: Queries, records: readonly ActivityRecord[], timeZone: string) {
    const overlaps: Answer['overlaps'] = [];
    for (const { communityId, id } of records) {
      const record = await tx.row(queries.find, [communityId, id]);
      if (record?.state !== 'published') continue;
      const startsAt = localIso(timeZone, record.startsAt.getTime());
      const found = await tx.rows(signUps.listOverlaps, [communityId, id, activityTexts.otherAppointment]);
      overlaps.push(...found.map((row) => ({ ...row, startsAt })));
    }
    return overlaps;
  }

  return {
    /** Staff, organiser or admin, until it is over. */
    async updateActivity(input: Input, asker: Asker): Promise<Answer> {
      const { communityId, activityId, version, scope = 'this', moveToWaitlist = false } = input;
      return database.transaction(async (tx) => {
        const now = clock.now();
        const { record, others } = await scopeOf(tx, input, scope, now);
        if (record.version !== version) throw refuse(problems.conflict);
        if (!['draft', 'published'].includes(stateAt(record, now)))
          throw refuse(activityDeskProblems.activity_state);
        const timeZone = await communities.timeZoneOf(tx, communityId);
        const how = { moveToWaitlist, personId: asker.personId, timeZone, now };
        const after = factsOf(input);
        const before = factsOfRecord(record, await mediaIdsOf(tx, record));
        const changed = changedIn(before, after);
        const moved = await change(tx, record, after, how);
        const hasOtherTimes = Object.keys(changed).some(isTime);
        for (const other of others) {
          const own = factsOfRecord(other, await mediaIdsOf(tx, other));
          const times = hasOtherTimes ? timesLike(own, { before, after, timeZone }) : {};
          const { startsAt, endsAt, signUpFrom, signUpUntil } = own;
          const kept = { startsAt, endsAt, signUpFrom, signUpUntil };
          moved.push(...(await change(tx, other, { ...own, ...changed, ...kept, ...times }, how)));
        }
        const fresh = await lockActivity(tx, { communityId, activityId });
        return {
          activity: await deskViews.managed(tx, fresh, asker),
          changed: others.length + 1,
          moved,
          overlaps: hasOtherTimes ? await overlapsOf(tx, [record, ...others], timeZone) : [],
        };
      });
    },
  };
}
