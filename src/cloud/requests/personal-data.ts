import type { RequestState } from '../../contract/requests';
import { statement, type Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { PersonalData } from '../platform/personal-data';
import { forgetWhatWasSaid } from './forgetting';
import { stateNames } from './texts';

interface CollectedRequest {
  community: string;
  number: number;
  category: string;
  state: RequestState;
  words: string | null;
  submittedAt: Date;
  stars: number | null;
  said: string[];
  answers: string[];
}
const saidBy = (who: string) => `array(select e.words from request_entries e
  where e.community_id = r.community_id and e.request_id = r.id and ${who} and not e.is_internal
    and e.words is not null order by e.id)`;
const collectRequests = statement<CollectedRequest>(
  'requests_collect',
  `select c.name as community, r.number, k.name as category, r.state, r.words, r.submitted_at as "submittedAt", r.stars,
     ${saidBy(`e.actor = 'requester'`)} as said, ${saidBy(`e.actor <> 'requester'`)} as answers
   from memberships m join communities c on c.id = m.community_id
   join requests r on r.community_id = m.community_id and r.requester_id = m.person_id
   join request_categories k on k.community_id = r.community_id and k.id = r.category_id
   where m.person_id = $1 order by r.submitted_at, r.id`,
);
/** What was written about others in confidence stays where it is. */
const collectWork = statement<{ community: string; number: number; words: string; at: Date }>(
  'request_entries_collect',
  `select c.name as community, r.number, case when not r.is_confidential then e.words end as words, e.at
   from memberships m join communities c on c.id = m.community_id
   join request_entries e on e.community_id = m.community_id and e.person_id = m.person_id
   join requests r on r.community_id = e.community_id and r.id = e.request_id
   where m.person_id = $1 and e.actor <> 'requester' order by e.at`,
);
const collectReading = statement<{ community: string; category: string; addedAt: Date }>(
  'request_readers_collect',
  `select c.name as community, k.name as category, a.added_at as "addedAt" from memberships m
   join communities c on c.id = m.community_id
   join request_readers a on a.community_id = m.community_id and a.person_id = m.person_id
   join request_categories k on k.community_id = a.community_id and k.id = a.category_id
   where m.person_id = $1 order by a.added_at`,
);

const listOpen = statement<{ id: string; state: RequestState }>(
  'requests_list_open_of',
  `select id, state from requests where community_id = $1 and requester_id = $2
     and state not in ('rated', 'withdrawn') order by id for update`,
);
/** Nobody is there any more who could be answered. */
const end = statement<object>(
  'requests_end',
  `update requests set state = 'withdrawn', state_before = null, question = null, due_at = null, remaining_ms = null,
     rung = 0, escalate_at = null, closed_at = coalesce(answered_at, changed_at), version = version + 1
   where community_id = $1 and id = any($2::uuid[])`,
);
const noteEnd = statement<object>(
  'request_entries_note_end',
  `insert into request_entries (community_id, request_id, id, action, from_state, to_state, actor, at)
   select community_id, id, $3, 'withdraw', $4, 'withdrawn', 'system', changed_at from requests
   where community_id = $1 and id = $2`,
);
const listOwn = statement<{ id: string }>(
  'requests_list_of',
  'select id from requests where community_id = $1 and requester_id = $2',
);
const forgetIn = [
  statement<object>(
    'request_entries_forget',
    'update request_entries set person_id = null where community_id = $1 and person_id = $2',
  ),
  statement<object>(
    'requests_forget_officer',
    'update requests set officer_id = null where community_id = $1 and officer_id = $2',
  ),
  statement<object>(
    'request_readers_forget',
    'delete from request_readers where community_id = $1 and person_id = $2',
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'requests_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: what they asked ends and is nobody's, what they answered as well; they read nothing more. */
export async function forgetRequests(tx: Queries, communityId: string, personId: string): Promise<void> {
  const open = await tx.rows(listOpen, [communityId, personId]);
  const pending = open.filter(({ state }) => state !== 'answered');
  await tx.run(end, [communityId, pending.map(({ id }) => id)]);
  for (const { id, state } of pending) await tx.run(noteEnd, [communityId, id, newId(), state]);
  const own = await tx.rows(listOwn, [communityId, personId]);
  await forgetWhatWasSaid(
    tx,
    communityId,
    own.map(({ id }) => id),
  );
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const merges = [
  // A key that both have used is kept by the one who stays.
  statement<object>(
    'requests_merge',
    `update requests r set requester_id = $2, client_key = kept.key,
       request_hash = case when kept.key is not null then r.request_hash end
     from memberships m
     join requests theirs on theirs.community_id = m.community_id and theirs.requester_id = m.person_id
     cross join lateral (select case when not exists (
       select from requests own where own.community_id = theirs.community_id and own.requester_id = $2
         and own.client_key = theirs.client_key) then theirs.client_key end as key) kept
     where m.person_id = $1 and r.community_id = theirs.community_id and r.id = theirs.id`,
  ),
  statement<object>(
    'request_entries_merge',
    `update request_entries e set person_id = $2 from memberships m
     where m.person_id = $1 and e.community_id = m.community_id and e.person_id = m.person_id`,
  ),
  statement<object>(
    'requests_merge_officer',
    `update requests r set officer_id = $2 from memberships m
     where m.person_id = $1 and r.community_id = m.community_id and r.officer_id = m.person_id`,
  ),
  statement<object>(
    'request_readers_merge',
    `insert into request_readers (community_id, category_id, person_id, added_at)
     select a.community_id, a.category_id, $2, a.added_at from memberships m
     join request_readers a on a.community_id = m.community_id and a.person_id = m.person_id
     where m.person_id = $1 on conflict (community_id, category_id, person_id) do nothing`,
  ),
];

/** What one asked for, what one did about requests at work, and which confidential ones one reads. */
export const requestsPersonalData: PersonalData = {
  title: '诉求',
  async collect(from, personId) {
    const requests = await from.rows(collectRequests, [personId]);
    const work = await from.rows(collectWork, [personId]);
    const reading = await from.rows(collectReading, [personId]);
    return {
      我的诉求: requests.map((request) => ({
        社区: request.community,
        编号: request.number,
        类别: request.category,
        内容: request.words,
        时间: request.submittedAt.toISOString(),
        状态: stateNames[request.state],
        补充和评价: request.said,
        答复: request.answers,
        评分: request.stars,
      })),
      经办: work.map(({ community, number, words, at }) => ({
        社区: community,
        编号: number,
        内容: words,
        时间: at.toISOString(),
      })),
      保密名单: reading.map(({ community, category, addedAt }) => ({
        社区: community,
        类别: category,
        时间: addedAt.toISOString(),
      })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetRequests(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
