import { randomBytes } from 'node:crypto';
import type { RequestState } from '../../src/contract/requests';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { policy } from '../../src/cloud/policy';
import type { TestCloud } from '../support/cloud';
import { newTown } from '../support/outang';
import { aboutBoth, here, inBoth, member, nothing, type Sample, type Samples } from './policy-sample-kit';

const insertCategory = statement<object>(
  'test_sample_request_category',
  `with department as (
     insert into departments (community_id, id, name) values ($1, $3, $4) returning id
   )
   insert into request_categories (community_id, id, name, icon, department_id, is_confidential, answer_days, is_active,
     ordinal)
   select $1, $2, $4, 'law', id, $5, 5, true, 50 from department`,
);
const insertRequest = statement<object>(
  'test_sample_request',
  `with next as (
     insert into request_counters as known (community_id, last_number) values ($1, 1)
     on conflict (community_id) do update set last_number = known.last_number + 1 returning last_number
   )
   insert into requests (community_id, id, number, requester_id, category_id, is_confidential, state, state_before, words,
     spoken_words, written_at, submitted_at, changed_at, department_id, question, answered_at, first_answered_at)
   select $1, $2, last_number, $3, $4, $6, $7, case when $7 = 'info_requested' then 'accepted' end, '工钱没结', false,
     $8::timestamptz, $8, $8, $5, case when $7 = 'info_requested' then '哪个月的？' end,
     case when $7 = 'answered' then $8::timestamptz end, case when $7 = 'answered' then $8::timestamptz end from next`,
);
const belongs = statement<object>(
  'test_sample_request_belongs',
  'select 1 from memberships where community_id = $1 and person_id = $2',
);

interface Place {
  communityId: string;
}

async function category({ database }: TestCloud, { communityId }: Place, isConfidential = false) {
  const [categoryId, departmentId] = [newId(), newId()];
  const name = randomBytes(4).toString('hex');
  await database.run(insertCategory, [communityId, categoryId, departmentId, name, isConfidential]);
  return { categoryId, departmentId };
}

/** In the person's name where they are a member. */
async function request(
  cloud: TestCloud,
  community: Place,
  personId: string,
  state: RequestState,
  isConfidential = false,
) {
  const { database, clock } = cloud;
  const requestId = newId();
  const { categoryId, departmentId } = await category(cloud, community, isConfidential);
  const requester = (await database.row(belongs, [community.communityId, personId])) ? personId : null;
  await database.run(insertRequest, [
    ...[community.communityId, requestId, requester, categoryId, departmentId, isConfidential, state],
    clock.now(),
  ]);
  return requestId;
}

/** One's own, one of a neighbour, and one of a community one has nothing to do with. */
const about = (state: RequestState, rest: object = {}): Samples => ({
  own: async ({ cloud, caller }) => ({ requestId: await request(cloud, here, caller.id, state), ...rest }),
  'other’s': async (world) => {
    const { id } = await member(world, here);
    return { requestId: await request(world.cloud, here, id, state), ...rest };
  },
  elsewhere: async (world) => {
    const { id } = await member(world, { communityId: newTown.id });
    return { requestId: await request(world.cloud, { communityId: newTown.id }, id, state), ...rest };
  },
});

/** A rider's request, as the desk asks for it; the officer who asks is of another department. */
const onDesk =
  (state: RequestState, rest: object = {}, isConfidential = false) =>
  (community: typeof here): Sample =>
  async (world) => {
    const { id } = await member(world, community);
    const requestId = await request(world.cloud, community, id, state, isConfidential);
    return { ...community, requestId, ...rest };
  };

const sent =
  (community: typeof here): Sample =>
  async ({ cloud }) => ({
    ...community,
    categoryId: (await category(cloud, community)).categoryId,
    words: '工钱没结',
    spokenWords: false,
    writtenAt: cloud.clock.now().toISOString(),
  });

const listCategories = statement<Record<string, unknown>>(
  'test_sample_request_categories',
  `select id, name, hint, icon, department_id as "departmentId", is_confidential as "isConfidential",
     answer_days as "answerDays", is_active as "isActive", version from request_categories where community_id = $1`,
);

/** The categories as they are; of the demonstration's, which are fewer than one may have. */
const asTheyAre =
  (community: typeof here): Sample =>
  async ({ cloud }) => {
    if (!(await cloud.database.row(listCategories, [community.communityId])))
      await category(cloud, community);
    const categories = await cloud.database.rows(listCategories, [community.communityId]);
    return { ...community, categories };
  };

const readersOf =
  (rest: object = {}) =>
  (community: typeof here): Sample =>
  async ({ cloud }) => ({
    ...community,
    categoryId: (await category(cloud, community, true)).categoryId,
    ...rest,
  });

const given =
  (community: typeof here): Sample =>
  async (world) => ({
    ...(await onDesk('submitted')(community)(world)),
    departmentId: (await category(world.cloud, community)).departmentId,
    version: 1,
  });

type Name =
  | 'listRequestCategories'
  | 'setRequestCategories'
  | 'getRequestReaders'
  | 'setRequestReaders'
  | 'createRequest'
  | 'listMyRequests'
  | 'getRequest'
  | 'answerRequestQuestion'
  | 'followUpRequest'
  | 'rateRequest'
  | 'reopenRequest'
  | 'withdrawRequest'
  | 'listRequestCases'
  | 'countRequestCases'
  | 'getRequestCase'
  | 'listRequestAssignees'
  | 'acceptRequest'
  | 'assignRequest'
  | 'returnRequest'
  | 'askRequester'
  | 'answerRequest'
  | 'addRequestNote'
  | 'getRequestFigures'
  | 'exportRequestFigures';

/** The confidential one stands under `own`: nobody but who is on its list gets it. */
const confidential = (state: RequestState): Samples => ({ own: onDesk(state, {}, true)(here) });

export const requestSamples: Readonly<Record<Name & keyof typeof policy, Samples>> = {
  setRequestCategories: aboutBoth(asTheyAre),
  listRequestCategories: inBoth(),
  getRequestReaders: aboutBoth(readersOf()),
  setRequestReaders: aboutBoth(readersOf({ personIds: [], version: 1 })),
  createRequest: aboutBoth(sent),
  listMyRequests: { own: nothing },
  getRequest: about('submitted'),
  answerRequestQuestion: about('info_requested', { words: '十月的', version: 1 }),
  followUpRequest: about('answered', { words: '什么时候到账？', version: 1 }),
  rateRequest: about('answered', { stars: 5, version: 1 }),
  reopenRequest: about('answered', { reason: '还没有到账', version: 1 }),
  withdrawRequest: about('submitted', { version: 1 }),
  listRequestCases: inBoth(),
  countRequestCases: inBoth(),
  getRequestCase: { ...confidential('submitted'), ...aboutBoth(onDesk('submitted')) },
  listRequestAssignees: { ...confidential('submitted'), ...aboutBoth(onDesk('submitted')) },
  acceptRequest: aboutBoth(onDesk('submitted', { version: 1 })),
  assignRequest: aboutBoth(given),
  returnRequest: aboutBoth(onDesk('submitted', { reason: '不归我们', version: 1 })),
  askRequester: aboutBoth(onDesk('accepted', { question: '哪个月的？', version: 1 })),
  answerRequest: aboutBoth(onDesk('accepted', { words: '已经结清', version: 1 })),
  addRequestNote: aboutBoth(onDesk('accepted', { words: '电话打过了' })),
  getRequestFigures: inBoth(),
  exportRequestFigures: inBoth({ format: 'csv' }),
};
