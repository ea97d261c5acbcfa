import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';

const collectThere = statement<{
  community: string;
  activity: string;
  cameAt: Date | null;
  leftAt: Date | null;
}>(
  'attendances_collect',
  `select c.name as community, a.title as activity, t.came_at as "cameAt", t.left_at as "leftAt"
   from memberships m join communities c on c.id = m.community_id
   join attendances t on t.community_id = m.community_id and t.person_id = m.person_id
   join activities a on a.community_id = t.community_id and a.id = t.activity_id
   where m.person_id = $1 order by a.starts_at, a.id`,
);
const collectMissed = statement<{
  community: string;
  activity: string;
  missedAt: Date;
  isForgiven: boolean;
  reason: string | null;
}>(
  'no_shows_collect',
  `select c.name as community, a.title as activity, n.missed_at as "missedAt",
     n.forgiven_at is not null as "isForgiven", n.forgive_reason as reason
   from memberships m join communities c on c.id = m.community_id
   join no_shows n on n.community_id = m.community_id and n.person_id = m.person_id
   join activities a on a.community_id = n.community_id and a.id = n.activity_id
   where m.person_id = $1 order by n.missed_at`,
);

const forgetIn = [
  statement<object>(
    'attendances_forget',
    'update attendances set person_id = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'attendance_marks_forget',
    'update attendance_marks set person_id = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'attendance_marks_forget_by',
    'update attendance_marks set marked_by = null where community_id = $1 and marked_by = $2',
  ),
  statement<object>(
    'activity_days_forget',
    'update activity_days set closed_by = null where community_id = $1 and closed_by = $2',
  ),
  statement<object>('no_shows_forget', 'delete from no_shows where community_id = $1 and person_id = $2'),
  statement<object>(
    'no_shows_forget_by',
    'update no_shows set forgiven_by = null where community_id = $1 and forgiven_by = $2',
  ),
  statement<object>(
    'activity_codes_forget',
    'delete from activity_codes where community_id = $1 and person_id = $2',
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'attendances_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: that somebody was there stays, and is nobody's. */
export async function forgetAttendances(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const renamed = (table: string, column: string) =>
  statement<object>(
    `${table}_merge_${column}`,
    `update ${table} t set ${column} = $2 from memberships m
     where m.person_id = $1 and t.community_id = m.community_id and t.${column} = m.person_id`,
  );

/** Where both were at one activity, or missed it, one of the two is enough: that of the one who stays. */
const dropDouble = (table: string) =>
  statement<object>(
    `${table}_merge_double`,
    `delete from ${table} t using memberships m, ${table} own
     where m.person_id = $1 and t.community_id = m.community_id and t.person_id = m.person_id
       and own.community_id = t.community_id and own.activity_id = t.activity_id and own.person_id = $2`,
  );

const merges = [
  ...['attendances', 'no_shows', 'activity_codes'].flatMap((table) => [
    dropDouble(table),
    renamed(table, 'person_id'),
  ]),
  renamed('attendance_marks', 'person_id'),
  renamed('attendance_marks', 'marked_by'),
  renamed('activity_days', 'closed_by'),
  renamed('no_shows', 'forgiven_by'),
];

/** When one came to activities and went, and which one missed. */
export const attendancesPersonalData: PersonalData = {
  title: '活动签到',
  async collect(from, personId) {
    const there = await from.rows(collectThere, [personId]);
    const missed = await from.rows(collectMissed, [personId]);
    return {
      到场: there.map(({ community, activity, cameAt, leftAt }) => ({
        社区: community,
        活动: activity,
        签到: cameAt?.toISOString() ?? null,
        签退: leftAt?.toISOString() ?? null,
      })),
      缺席: missed.map(({ community, activity, missedAt, isForgiven, reason }) => ({
        社区: community,
        活动: activity,
        时间: missedAt.toISOString(),
        不再计入: isForgiven,
        原因: reason,
      })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetAttendances(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
