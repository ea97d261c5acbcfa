import { dayProblems, type DayCode, type DayList } from '../../contract/attendance-days';
import type {
  closeActivityDaySchemas,
  markAttendancesSchemas,
  setActivityDaySchemas,
  tallyActivityWalkInsSchemas,
} from '../../contract/attendance-days.schema';
import { attendanceProblems } from '../../contract/attendances';
import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newTypedCode } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { accessTo, handsOn, type Access, type DayIds } from './access';
import { closeDay } from './closing';
import * as days from './day-queries';
import { settle } from './ledger';
import type { createLists } from './lists';
import { createMarks } from './marks';
import * as noShows from './no-show-queries';
import * as queries from './queries';
import type { AttendancesParts } from './service';
import { arrivesUntil, closesAt, codeFrom, opensAt } from './timing';

type Marked = AnswerOf<typeof markAttendancesSchemas>;

interface MarkingParts extends AttendancesParts {
  lists: ReturnType<typeof createLists>;
}

/** The day is begun, and not ended until this is done. */
async function open(tx: Queries, ids: DayIds, asker: Asker, now: Date) {
  const access = await handsOn(tx, ids, asker, now);
  await tx.run(days.begin, [ids.communityId, ids.activityId]);
  const day = await tx.row(days.share, [ids.communityId, ids.activityId]);
  if (!day) throw refuse(problems.not_found);
  return { access, day };
}

/** After a change of people on a day that was closed or judged. */
async function catchUp(tx: Queries, { activity }: Access, day: days.DayRecord, people: readonly string[]) {
  const rows = await tx.rows(queries.listOf, [activity.communityId, activity.id, people]);
  const there = rows.flatMap(({ personId, cameAt }) => (personId !== null && cameAt ? [personId] : []));
  if (day.judgedAt) await tx.run(noShows.unjudge, [activity.communityId, activity.id, there]);
  if (day.closedAt) await settle(tx, activity, rows);
}

/** Who came and who went, as the leader says, or staff in their place. */
export function createMarking(parts: MarkingParts) {
  const { clock, audit, lists } = parts;
  const take = createMarks(parts);

  return {
    /** Who leads it, or staff. */
    async markAttendances(
      { marks, ...ids }: InputOf<typeof markAttendancesSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<Marked> {
      const { access, day } = await open(tx, ids, asker, clock.now());
      const conflicts = await take(tx, access, marks, asker.personId);
      await catchUp(tx, access, day, [...new Set(marks.map(({ personId }) => personId))]);
      const mended = marks.filter(({ mode }) => mode !== 'tick').length;
      if (mended > 0)
        await audit.record(tx, {
          communityId: ids.communityId,
          actorId: asker.personId,
          action: 'attendances_mended',
          details: { activityId: ids.activityId, people: mended },
        });
      return { list: await lists.listFor(tx, access), conflicts };
    },
  };
}

/** What else there is to say of the day. */
export function createDayKeeping(parts: MarkingParts) {
  const { database, clock, lists } = parts;
  return {
    /** Who leads it, or staff. */
    async tallyActivityWalkIns(
      { people, ...ids }: InputOf<typeof tallyActivityWalkInsSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<DayList> {
      const { access } = await open(tx, ids, asker, clock.now());
      await tx.run(days.tally, [ids.communityId, ids.activityId, people]);
      return lists.listFor(tx, access);
    },

    /** Who leads it, or staff. */
    setActivityDay(
      { isWalkInAllowed, ...ids }: InputOf<typeof setActivityDaySchemas>,
      asker: Asker,
    ): Promise<DayList> {
      return database.transaction(async (tx) => {
        const { access } = await open(tx, ids, asker, clock.now());
        await tx.run(days.allowWalkIns, [ids.communityId, ids.activityId, isWalkInAllowed]);
        return lists.listFor(tx, access);
      });
    },

    /** Who leads it, or staff. */
    async closeActivityDay(
      ids: InputOf<typeof closeActivityDaySchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<DayList> {
      const access = await handsOn(tx, ids, asker, clock.now());
      if (clock.now() < access.activity.startsAt) throw refuse(dayProblems.day_not_begun);
      await closeDay(tx, access.activity, { by: asker.personId, now: clock.now(), notify: parts.notify });
      return lists.listFor(tx, access);
    },
  };
}

/** What leaders' phones make codes of. */
export function createCodeGiving({ database, clock, codes, settings }: AttendancesParts) {
  return {
    /** Who leads it, or staff. */
    async getActivityCode(ids: DayIds, asker: Asker): Promise<DayCode> {
      const now = clock.now();
      const { activity, as } = await accessTo(database, ids, asker);
      if (as === 'reader') throw refuse(problems.forbidden);
      if (activity.state === 'cancelled') throw refuse(attendanceProblems.activity_called_off);
      if (now.getTime() < codeFrom(activity)) throw refuse(dayProblems.code_not_yet);
      if (now.getTime() > arrivesUntil(activity)) throw refuse(attendanceProblems.day_too_old);
      const own = [ids.communityId, ids.activityId, asker.personId];
      await database.run(days.insertCode, [...own, newTypedCode(), as, now]);
      const code = await database.row(days.findOwnCode, own);
      if (!code) throw refuse(problems.conflict);
      const keyOf = async (kind: 'in' | 'out') => (await codes.keyOf(kind, code.id)).toString('base64url');
      const { timeZone } = activity;
      return {
        activityId: activity.id,
        id: code.id,
        url: `${settings.publicUrl}/q/`,
        keys: { in: await keyOf('in'), out: await keyOf('out') },
        opensAt: localIso(timeZone, opensAt(activity)),
        closesAt: localIso(timeZone, closesAt(activity)),
        now: localIso(timeZone, now.getTime()),
      };
    },
  };
}
