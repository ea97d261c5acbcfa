import type { Conflict, Mark } from '../../contract/attendance-days';
import { attendanceLimits } from '../../contract/attendances';
import { problems } from '../../contract/http';
import type { Notify } from '../notices/service';
import type { Queries } from '../platform/database';
import { minuteMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { Access } from './access';
import * as activities from './activity-queries';
import { say, type Said } from './ledger';
import * as queries from './queries';
import type { AttendancesParts } from './service';
import { cameOf, isThatDay, leftOf } from './timing';

export type Hands = Access & { as: 'leader' | 'staff' };

/** Marks that go together: of one kind and mode, sent late or not, nobody twice; in the order in which they came. */
function groupsOf(marks: readonly Mark[], isLate: (mark: Mark) => boolean) {
  const groups: { first: Mark; isLate: boolean; people: Set<string>; marks: Mark[] }[] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    const fits =
      last?.first.kind === mark.kind &&
      last.first.mode === mark.mode &&
      last.isLate === isLate(mark) &&
      !last.people.has(mark.personId);
    if (last && fits) {
      last.people.add(mark.personId);
      last.marks.push(mark);
    } else
      groups.push({ first: mark, isLate: isLate(mark), people: new Set([mark.personId]), marks: [mark] });
  }
  return groups;
}

/** A time somebody can have come or gone at; a tick is not of later. */
function timeOf({ at, mode }: Mark, index: number, { activity }: Access, now: Date): Date {
  const given = new Date(at);
  const wrong = () =>
    refuse(problems.invalid_input, { fields: { [`marks.${index}.at`]: '请填活动当天的时间' } });
  if (Number.isNaN(given.getTime())) throw wrong();
  const time = mode === 'tick' && given > now ? now : given;
  if (mode !== 'clear' && !isThatDay(activity, time)) throw wrong();
  return time;
}

/** Whoever is there themselves ticks like everybody; what is known of them is for others to change. */
const isOwnMend = ({ personId, mode }: Mark, by: string) => mode !== 'tick' && personId === by;

/** What was not taken, where it is worth telling: whoever agrees within minutes has not been contradicted. */
function conflictOf(
  { personId, kind, at, mode }: Mark,
  time: Date,
  row: queries.AttendanceRow | undefined,
  timeZone: string,
  isOwn: boolean,
): Conflict[] {
  const base = { personId, kind, given: at };
  if (isOwn) return [{ ...base, reason: 'own', kept: null }];
  if (mode === 'clear') return [];
  if (!row) return [{ ...base, reason: 'unknown_person', kept: null }];
  const [known, kept] =
    kind === 'in' ? [row.cameAt, cameOf(row, timeZone)] : [row.leftAt, leftOf(row, timeZone)];
  if (!known)
    return [
      { ...base, reason: 'backwards', kept: kind === 'in' ? leftOf(row, timeZone) : cameOf(row, timeZone) },
    ];
  const apart = Math.abs(known.getTime() - time.getTime());
  return apart <= attendanceLimits.sameMinutes * minuteMs ? [] : [{ ...base, reason: 'kept', kept }];
}

/** Whom it is known of that they signed up, came, or lead it; by their sign-up. */
async function knownOf(tx: Queries, { activity }: Access, people: readonly string[]) {
  const ids = [activity.communityId, activity.id, people];
  const signUps = await tx.rows(activities.listSignUpsOf, ids);
  const there = await tx.rows(queries.listOf, ids);
  const known = new Map<string, string | null>();
  if (activity.leaderId !== null && people.includes(activity.leaderId)) known.set(activity.leaderId, null);
  for (const { personId } of there) if (personId !== null) known.set(personId, null);
  for (const { personId, signUpId, isGoing } of signUps) known.set(personId, isGoing ? signUpId : null);
  return known;
}

async function tellMended(
  tx: Queries,
  notify: Notify,
  { activity }: Access,
  people: Iterable<string>,
): Promise<void> {
  const { communityId, title } = activity;
  const values = { news: 'mended', activity: title, until: null, reason: null } as const;
  for (const personId of people)
    await notify(tx, {
      personId,
      communityId,
      kind: 'attendance',
      values,
      link: `attendances/rider/check?id=${activity.id}`,
    });
}

/** Takes marks of many, in the order in which they came, and says what was not taken. */
export function createMarks({ clock, notify }: Pick<AttendancesParts, 'clock' | 'notify'>) {
  return async function take(
    tx: Queries,
    access: Hands,
    marks: readonly Mark[],
    by: string,
  ): Promise<Conflict[]> {
    const { activity, as } = access;
    const now = clock.now();
    const ids = { communityId: activity.communityId, activityId: activity.id };
    const times = new Map(marks.map((mark, index) => [mark, timeOf(mark, index, access, now)]));
    const timeIn = (mark: Mark) => times.get(mark) ?? now;
    const people = [...new Set(marks.map(({ personId }) => personId))];
    const known = await knownOf(tx, access, people);
    const before = new Map(
      (await tx.rows(queries.listOf, [ids.communityId, ids.activityId, people])).map((row) => [
        row.personId,
        row,
      ]),
    );
    const mended = new Set<string>();
    const notTaken: Mark[] = [];
    const isLate = (mark: Mark) =>
      mark.mode === 'tick' &&
      now.getTime() - timeIn(mark).getTime() > attendanceLimits.lateMinutes * minuteMs;
    for (const group of groupsOf(marks, isLate)) {
      const { kind, mode } = group.first;
      const said = group.marks.flatMap((mark): Said[] => {
        const signUpId = known.get(mark.personId);
        return signUpId === undefined || isOwnMend(mark, by)
          ? []
          : [{ personId: mark.personId, signUpId, at: timeIn(mark) }];
      });
      const phoneTime = timeIn(group.first);
      const saying = { kind, mode, way: as, isLate: group.isLate, by, phoneTime, now };
      const taken = said.length > 0 ? await say(tx, ids, said, saying) : new Set<string>();
      notTaken.push(...group.marks.filter(({ personId }) => !taken.has(personId)));
      if (mode === 'tick') continue;
      for (const personId of taken) {
        const row = before.get(personId);
        if (personId !== by && row && (kind === 'in' ? row.cameAt : row.leftAt)) mended.add(personId);
      }
    }
    const rows = await tx.rows(queries.listOf, [ids.communityId, ids.activityId, people]);
    await tellMended(tx, notify, access, mended);
    return notTaken.flatMap((mark) =>
      conflictOf(
        mark,
        timeIn(mark),
        rows.find(({ personId }) => personId === mark.personId),
        activity.timeZone,
        isOwnMend(mark, by),
      ),
    );
  };
}
