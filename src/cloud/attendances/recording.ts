import {
  attendanceLimits,
  attendanceProblems,
  type Attendance,
  type AttendanceKind,
  type Recorded,
} from '../../contract/attendances';
import type { listMyDaysSchemas, recordAttendanceSchemas } from '../../contract/attendances.schema';
import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { onceByKey } from '../platform/idempotency';
import { localIso, minuteMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { activityBy } from './access';
import * as activities from './activity-queries';
import type { ActivityRecord } from './activity-queries';
import type { ReadAt, ReadDayCode } from './day-codes';
import * as days from './day-queries';
import { say, settle } from './ledger';
import * as noShows from './no-show-queries';
import * as queries from './queries';
import type { AttendancesParts } from './service';
import { arrivesUntil, attendanceOf, closesAt, dayActivityOf, opensAt } from './timing';

type Input = InputOf<typeof recordAttendanceSchemas>;

function readAtOf(phoneClock: string, now: Date): ReadAt {
  const phoneTime = new Date(phoneClock);
  if (Number.isNaN(phoneTime.getTime()))
    throw refuse(problems.invalid_input, { fields: { phoneTime: '没有这个时间' } });
  return { phoneTime, now };
}

function demandOpen(activity: ActivityRecord, at: Date, now: Date): void {
  if (activity.state === 'cancelled') throw refuse(attendanceProblems.activity_called_off);
  if (now.getTime() > arrivesUntil(activity)) throw refuse(attendanceProblems.day_too_old);
  if (at.getTime() < opensAt(activity)) throw refuse(attendanceProblems.day_not_open);
  if (at.getTime() > closesAt(activity)) throw refuse(attendanceProblems.day_over);
}

/** Of whoever has not signed up: let in, or refused. A new face becomes a member, as at a station. */
async function letIn(
  tx: Queries,
  join: AttendancesParts['join'],
  activity: ActivityRecord,
  day: days.DayRecord,
  { personId, roles }: Asker,
): Promise<string | null> {
  const { communityId, id } = activity;
  const [signUp] = await tx.rows(activities.listSignUpsOf, [communityId, id, [personId]]);
  if (signUp?.isGoing) return signUp.signUpId;
  const isKnown = (await tx.row(queries.find, [communityId, id, personId])) !== undefined;
  if (!isKnown && !day.isWalkInAllowed) throw refuse(attendanceProblems.not_signed_up);
  if (!roles.has(communityId)) await join(tx, communityId, personId);
  return null;
}

/** For themselves, by what a leader's screen shows. */
export function createRecording(parts: AttendancesParts) {
  const { database, clock, limits, codes, join } = parts;

  async function read(from: Queries, { code, activityId, digits }: Input, at: ReadAt): Promise<ReadDayCode> {
    if (code !== undefined) return codes.read(from, code, at);
    if (activityId === undefined || digits === undefined) throw refuse(attendanceProblems.day_code_unknown);
    const found = await from.row(activities.findCommunityOf, [activityId]);
    if (!found) throw refuse(problems.not_found);
    return codes.readDigits(from, { ...found, activityId, digits }, at);
  }

  async function record(tx: Queries, asker: Asker, read: ReadDayCode, { phoneTime, now }: ReadAt) {
    const { communityId, activityId, kind, at, shownBy } = read;
    const { personId } = asker;
    const activity = await activityBy(tx, { communityId, activityId });
    // Whoever leads it no more shows no code of it.
    if (shownBy.madeAs === 'leader' && shownBy.personId !== activity.leaderId)
      throw refuse(attendanceProblems.day_code_unknown);
    demandOpen(activity, at, now);
    await tx.run(days.begin, [communityId, activityId]);
    const day = await tx.row(days.share, [communityId, activityId]);
    if (!day) throw refuse(problems.not_found);
    const signUpId = await letIn(tx, join, activity, day, asker);
    const isLate = now.getTime() - at.getTime() > attendanceLimits.lateMinutes * minuteMs;
    const saying = { kind, mode: 'tick', way: 'code', isLate, by: personId, phoneTime, now } as const;
    const taken = await say(tx, { communityId, activityId }, [{ personId, signUpId, at }], saying);
    const row = await tx.row(queries.find, [communityId, activityId, personId]);
    if (!row) throw refuse(problems.conflict);
    if (day.judgedAt) await tx.run(noShows.unjudge, [communityId, activityId, [personId]]);
    if (day.closedAt) await settle(tx, activity, [row]);
    return recordedOf(kind, taken.size === 0, activity, attendanceOf(row, activity));
  }

  return {
    /** A signed-in person, for themselves. */
    async recordAttendance(input: Input, asker: Asker, key: string): Promise<Recorded> {
      // Digits are few enough to be guessed. Not inside a transaction: it waits for a connection.
      if (input.code === undefined) await limits.consume('attendance_digits', asker.personId);
      const keyed = { personId: asker.personId, key, endpoint: 'recordAttendance', input };
      return onceByKey({ database, clock }, keyed, async (tx) => {
        const readAt = readAtOf(input.phoneTime, clock.now());
        return record(tx, asker, await read(tx, input, readAt), readAt);
      });
    },
  };
}

const recordedOf = (
  kind: AttendanceKind,
  isRepeat: boolean,
  activity: ActivityRecord,
  attendance: Attendance,
): Recorded => ({ kind, isRepeat, activity: dayActivityOf(activity), attendance });

/** What one has to do with in these days. */
export function createMyDays({ database, clock }: AttendancesParts) {
  return {
    /** A signed-in person: what they have signed up for or lead. */
    async listMyDays({ personId }: Asker): Promise<AnswerOf<typeof listMyDaysSchemas>> {
      const rows = await database.rows(activities.listDays, [personId, clock.now()]);
      const ids = rows.map(({ id }) => id);
      const mine = await database.rows(queries.listMine, [personId, ids]);
      const closed = new Map(
        (await database.rows(days.listOf, [ids])).map(({ activityId, closedAt }) => [activityId, closedAt]),
      );
      const items = rows.map((activity) => {
        const own = mine.find(({ activityId }) => activityId === activity.id);
        const closedAt = closed.get(activity.id) ?? null;
        return {
          activity: dayActivityOf(activity),
          isLeader: activity.leaderId === personId,
          isSignedUp: activity.isSignedUp,
          closedAt: closedAt && localIso(activity.timeZone, closedAt.getTime()),
          attendance: own ? attendanceOf(own, activity) : null,
        };
      });
      return { items };
    },
  };
}
