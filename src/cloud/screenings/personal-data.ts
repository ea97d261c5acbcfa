import type { ScreeningSubject } from '../../contract/screenings';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import type { LockedRow, WrittenText } from './queries';
import { stateNames, subjectNames } from './texts';

interface CollectedRow {
  community: string;
  kind: ScreeningSubject;
  state: LockedRow['state'];
  startedAt: Date;
  reason: string | null;
  texts: WrittenText[];
}

const collect = statement<CollectedRow>(
  'screenings_collect',
  `select c.name as community, s.subject_kind as kind, s.state, s.started_at as "startedAt", s.reason,
     (select coalesce(jsonb_agg(t.value order by p.number), '[]') from screening_parts p
      cross join lateral jsonb_array_elements(p.texts) t
      where p.community_id = s.community_id and p.screening_id = s.id) as texts
   from memberships m join communities c on c.id = m.community_id
   join screenings s on s.community_id = m.community_id and s.person_id = m.person_id
   where m.person_id = $1 order by s.started_at, s.id`,
);

/** What still waits is looked at all the same: it is nobody's. */
const forgetIn = [
  statement<object>(
    'screening_parts_forget',
    `update screening_parts p set texts = '[]', hits = '[]' from screenings s
     where s.community_id = $1 and s.person_id = $2 and s.state not in ('checking', 'waiting')
       and p.community_id = s.community_id and p.screening_id = s.id`,
  ),
  statement<object>(
    'screenings_forget',
    `update screenings set person_id = null,
       reason = case when state in ('checking', 'waiting') then reason end
     where community_id = $1 and person_id = $2`,
  ),
  statement<object>(
    'screenings_forget_decider',
    'update screenings set decided_by = null where community_id = $1 and decided_by = $2',
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'screenings_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

const merges = ['person_id', 'decided_by'].map((column) =>
  statement<object>(
    `screenings_merge_${column}`,
    `update screenings s set ${column} = $2 from memberships m
     where m.person_id = $1 and s.community_id = m.community_id and s.${column} = $1`,
  ),
);

/** In one community, when one leaves it. */
export async function forgetScreenings(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

/** What was looked at before others saw it; kept for a month, the words too. */
export const screeningsPersonalData: PersonalData = {
  title: '内容检查',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ community, kind, state, startedAt, reason, texts }) => ({
      社区: community,
      内容: subjectNames[kind],
      文字: texts.map(({ text }) => text),
      结果: stateNames[state],
      原因: reason,
      时间: startedAt.toISOString(),
    }));
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetScreenings(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
