import { randomBytes } from 'node:crypto';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { policy } from '../../src/cloud/policy';
import type { TestCloud } from '../support/cloud';
import { makeActivity, type MadeActivity } from '../support/made-activity';
import { newTown, outang } from '../support/outang';
import { aboutBoth, here, inBoth, member, nothing, type Sample, type Samples } from './policy-sample-kit';

type Place = typeof here;

const insertSignUp = statement<object>(
  'test_sign_up',
  `with counted as (
     update activities set taken = taken + 1 where community_id = $1 and id = $3
   )
   insert into sign_ups (community_id, id, activity_id, person_id, key, request_hash, state, via, signed_up_at, changed_at)
   values ($1, $2::uuid, $3, $4, 'policy-' || $2::uuid, $5, 'going', 'self', $6, $6)`,
);
const insertPhoto = statement<object>(
  'test_activity_photo',
  `with object as (
     insert into media_objects (community_id, hash) values ($1, $4)
   )
   insert into media (community_id, id, purpose, person_id, sha256, thumb, photo, width, height, size, created_at)
   select community_id, $2, 'activity', person_id, $4, $4, $4, 1, 1, 1, $5 from memberships
   where community_id = $1 and person_id = $3`,
);
const insertShown = statement<object>(
  'test_activity_shown',
  `insert into activity_photos (community_id, activity_id, media_id, is_after, ordinal) values ($1, $2, $3, true, 1)`,
);

async function signUp(
  { database, clock }: TestCloud,
  { communityId }: Place,
  activityId: string,
  personId: string,
) {
  const signUpId = newId();
  await database.run(insertSignUp, [
    communityId,
    signUpId,
    activityId,
    personId,
    Buffer.alloc(32),
    clock.now(),
  ]);
  return signUpId;
}

/** One's own sign-up, a neighbour's, and one in a community one has nothing to do with. */
const aboutSignUp = (rest: object = {}): Samples => ({
  own: async ({ cloud, caller }) => {
    const activityId = await makeActivity(cloud);
    return { signUpId: await signUp(cloud, here, activityId, caller.id), ...rest };
  },
  'other’s': async (world) => {
    const activityId = await makeActivity(world.cloud);
    const { id } = await member(world, here);
    return { signUpId: await signUp(world.cloud, here, activityId, id), ...rest };
  },
});

const aboutActivity = (made: MadeActivity = {}, rest: object = {}): Samples => ({
  here: async ({ cloud }) => ({ ...here, activityId: await makeActivity(cloud, made), ...rest }),
  /** Theirs to lead. */
  own: async ({ cloud, caller }) => {
    const activityId = await makeActivity(cloud, { ...made, leaderId: caller.id });
    return { ...here, activityId, ...rest };
  },
  elsewhere: async ({ cloud }) => {
    const communityId = newTown.id;
    return { communityId, activityId: await makeActivity(cloud, { ...made, communityId }), ...rest };
  },
});

const facts = {
  kind: 'film',
  title: '露天电影',
  description: '',
  stationId: null,
  placeText: '广场',
  position: null,
  startsAt: '2026-12-05T19:00:00+08:00',
  endsAt: '2026-12-05T21:00:00+08:00',
  signUpFrom: null,
  signUpUntil: null,
  capacity: 30,
  minimum: null,
  questions: [],
  isRisky: false,
  riskNotice: null,
  insuranceText: null,
  leaderId: null,
  departmentId: null,
  audience: 'everyone',
  hoursPlanned: null,
  mediaIds: [],
};

const withSignUp =
  (rest: object = {}) =>
  (community: Place): Sample =>
  async (world) => {
    const activityId = await makeActivity(world.cloud, community);
    const { id } = await member(world, community);
    return {
      ...community,
      activityId,
      signUpId: await signUp(world.cloud, community, activityId, id),
      ...rest,
    };
  };

const forMember =
  (community: Place): Sample =>
  async (world) => ({
    ...community,
    activityId: await makeActivity(world.cloud, community),
    personId: (await member(world, community)).id,
  });

async function photo({ database, clock }: TestCloud, { communityId }: Place, personId: string) {
  const mediaId = newId();
  await database.run(insertPhoto, [communityId, mediaId, personId, randomBytes(32), clock.now()]);
  return mediaId;
}

const begun: MadeActivity = { startsInHours: -1 };
const newPhoto =
  (isTheirs: boolean, community: Place = here): Sample =>
  async ({ cloud, caller }) => {
    const leaderId = isTheirs ? caller.id : null;
    const activityId = await makeActivity(cloud, { ...begun, ...community, leaderId });
    return {
      ...community,
      activityId,
      mediaIds: [await photo(cloud, community, caller.id)],
      haveAgreed: true,
    };
  };
const shownPhoto =
  (isTheirs: boolean, community: Place = here): Sample =>
  async ({ cloud, caller }) => {
    const leaderId = isTheirs ? caller.id : null;
    const activityId = await makeActivity(cloud, { ...begun, ...community, leaderId });
    const mediaId = await photo(cloud, community, caller.id);
    await cloud.database.run(insertShown, [community.communityId, activityId, mediaId]);
    return { ...community, activityId, mediaId };
  };
const elsewhere = { communityId: newTown.id };
const aboutPhoto = (sample: typeof newPhoto): Samples => ({
  here: sample(false),
  own: sample(true),
  elsewhere: sample(false, elsewhere),
});

type Name =
  | 'listActivities'
  | 'getActivity'
  | 'createSignUp'
  | 'listMySignUps'
  | 'getSignUp'
  | 'cancelSignUp'
  | 'changeSignUpAnswers'
  | 'listManagedActivities'
  | 'getManagedActivity'
  | 'listActivityHelpers'
  | 'createActivity'
  | 'createSeries'
  | 'updateActivity'
  | 'publishActivity'
  | 'cancelActivity'
  | 'removeActivity'
  | 'listSignUps'
  | 'addSignUp'
  | 'removeSignUp'
  | 'exportSignUps'
  | 'addActivityPhotos'
  | 'removeActivityPhoto';

export const activitySamples: Readonly<Record<Name & keyof typeof policy, Samples>> = {
  listActivities: { public: () => ({ communityId: outang.id }) },
  getActivity: { public: async ({ cloud }) => ({ activityId: await makeActivity(cloud) }) },
  createSignUp: {
    own: async ({ cloud }) => ({ activityId: await makeActivity(cloud) }),
    here: async ({ cloud }) => ({ activityId: await makeActivity(cloud, { audience: 'grid_members' }) }),
  },
  listMySignUps: { own: nothing },
  getSignUp: aboutSignUp(),
  cancelSignUp: aboutSignUp(),
  changeSignUpAnswers: aboutSignUp({ answers: [], version: 1 }),
  listManagedActivities: inBoth(),
  getManagedActivity: aboutActivity(),
  listActivityHelpers: inBoth(),
  createActivity: inBoth(facts),
  createSeries: inBoth({ ...facts, rule: { kind: 'weekly', everyWeeks: 1 }, count: 2 }),
  updateActivity: aboutActivity({}, { ...facts, version: 1 }),
  publishActivity: aboutActivity({ state: 'draft' }, { version: 1 }),
  cancelActivity: aboutActivity({}, { reason: '下雨', version: 1 }),
  removeActivity: aboutActivity({ state: 'draft' }),
  listSignUps: aboutActivity(),
  addSignUp: aboutBoth(forMember),
  removeSignUp: aboutBoth(withSignUp({ reason: '报错了' })),
  exportSignUps: aboutActivity(),
  addActivityPhotos: aboutPhoto(newPhoto),
  removeActivityPhoto: aboutPhoto(shownPhoto),
};
