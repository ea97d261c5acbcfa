import type { DayList, DayRow } from '../../contract/attendance-days';
import { attendanceLimits } from '../../contract/attendances';
import type { Asker } from '../platform/asker';
import { statement, type Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { accessTo, type Access, type DayIds } from './access';
import * as days from './day-queries';
import * as noShows from './no-show-queries';
import * as queries from './queries';
import type { AttendancesParts } from './service';
import { cameOf, dayActivityOf, leftOf, mendableUntil, minutesOf } from './timing';

/** In the order of signing up. */
const listGoing = statement<{ personId: string }>(
  'attendances_list_going',
  `select person_id as "personId" from sign_ups
   where community_id = $1 and activity_id = $2 and state = 'going' and person_id is not null
   order by signed_up_at, id limit $3`,
);

/** Who signed up and who came without, in one order that holds. */
async function rowsOf(
  from: Queries,
  people: AttendancesParts['people'],
  { activity }: Access,
): Promise<{ rows: DayRow[]; expected: number }> {
  const ids = [activity.communityId, activity.id];
  const going = await from.rows(listGoing, [...ids, attendanceLimits.people]);
  const known = new Map(
    (await from.rows(queries.list, [...ids, attendanceLimits.people])).map((row) => [row.personId, row]),
  );
  const missing = new Map(
    (await from.rows(noShows.listOfActivity, ids)).map(({ personId, isForgiven }) => [
      personId,
      isForgiven ? ('forgiven' as const) : ('counted' as const),
    ]),
  );
  const expected = new Set(going.map(({ personId }) => personId));
  const all = [...expected, ...[...known.keys()].filter((id): id is string => !!id && !expected.has(id))];
  const summaries = await people.describePeople(from, all);
  const rows = all.flatMap((personId) => {
    const person = summaries.get(personId);
    if (!person) return [];
    const row = known.get(personId);
    return [
      {
        personId,
        nickname: person.nickname,
        avatarUrl: person.avatarUrl,
        isWalkIn: !expected.has(personId),
        came: row ? cameOf(row, activity.timeZone) : null,
        left: row ? leftOf(row, activity.timeZone) : null,
        minutes: row ? minutesOf(row, activity) : null,
        noShow: missing.get(personId) ?? null,
        version: row?.version ?? 0,
      },
    ];
  });
  return { rows, expected: expected.size };
}

export function createLists({ database, clock, audit, people }: AttendancesParts) {
  async function listFor(from: Queries, access: Access): Promise<DayList> {
    const { activity, as } = access;
    const day = await from.row(days.find, [activity.communityId, activity.id]);
    const { rows, expected } = await rowsOf(from, people, access);
    const isMendable = as !== 'reader' && clock.now().getTime() <= mendableUntil(activity, as);
    return {
      activity: dayActivityOf(activity),
      isWalkInAllowed: day?.isWalkInAllowed ?? false,
      walkIns: day?.walkIns ?? 0,
      closedAt: day?.closedAt ? localIso(activity.timeZone, day.closedAt.getTime()) : null,
      isJudged: !!day?.judgedAt,
      counts: {
        expected,
        came: rows.filter(({ came }) => came).length,
        left: rows.filter(({ left }) => left).length,
      },
      rows,
      can: { mark: isMendable && activity.state !== 'cancelled', forgive: as === 'staff' },
    };
  }

  return {
    listFor,

    /** Who leads it, staff, or an auditor; whoever does not lead it is written down. */
    listAttendances(ids: DayIds, asker: Asker): Promise<DayList> {
      return database.transaction(async (tx) => {
        const access = await accessTo(tx, ids, asker);
        if (access.as !== 'leader')
          await audit.record(tx, {
            communityId: ids.communityId,
            actorId: asker.personId,
            action: 'attendances_viewed',
            details: { activityId: ids.activityId },
          });
        return listFor(tx, access);
      });
    },
  };
}
