import { statement } from '../../src/cloud/platform/database';
import type { policy } from '../../src/cloud/policy';
import { makeDay } from '../support/made-day';
import { makePerson } from '../support/made-person';
import { aboutBoth, here, inBoth, member, nothing, type Sample, type Samples } from './policy-sample-kit';

const now = (cloud: { clock: { now(): Date } }) => cloud.clock.now().toISOString();

/** An activity that the caller leads, one that somebody else does, and one where they have nothing to do. */
function aboutDay(rest: (personId: string, at: string) => object = () => ({})): Samples {
  const sample =
    (community: typeof here, isOwn: boolean): Sample =>
    async (world) => {
      const { cloud, caller } = world;
      const going = await member(world, community);
      const leaderId = isOwn ? caller.id : (await member(world, community)).id;
      const day = await makeDay(cloud, { ...community, leaderId, startsIn: -10, people: [going.id] });
      return { ...community, activityId: day.id, ...rest(going.id, now(cloud)) };
    };
  return { own: sample(here, true), ...aboutBoth((community) => sample(community, false)) };
}

const insertMissed = statement<object>(
  'test_no_show',
  'insert into no_shows (community_id, activity_id, person_id, missed_at) values ($1, $2, $3, $4)',
);
const aboutNoShow =
  (community: typeof here): Sample =>
  async (world) => {
    const { cloud } = world;
    const missing = await member(world, community);
    const day = await makeDay(cloud, {
      ...community,
      leaderId: (await makePerson(cloud)).id,
      startsIn: -3_000,
    });
    await cloud.database.run(insertMissed, [community.communityId, day.id, missing.id, day.endsAt]);
    return { ...community, activityId: day.id, personId: missing.id, reason: '家里有急事' };
  };

const currentVersion = statement<{ version: number }>(
  'test_activity_rules_version',
  'select version from activity_rules where community_id = $1',
);
const aboutRules =
  ({ communityId }: typeof here): Sample =>
  async ({ cloud }) => {
    const version = (await cloud.database.row(currentVersion, [communityId]))?.version ?? 0;
    return { communityId, isPausing: true, noShows: 3, windowDays: 180, pauseDays: 30, version };
  };

type Name =
  | 'recordAttendance'
  | 'listMyDays'
  | 'getActivityCode'
  | 'listAttendances'
  | 'markAttendances'
  | 'tallyActivityWalkIns'
  | 'setActivityDay'
  | 'closeActivityDay'
  | 'forgiveNoShow'
  | 'listSignUpPauses'
  | 'getActivityRules'
  | 'setActivityRules';

export const daySamples: Readonly<Record<Name & keyof typeof policy, Samples>> = {
  recordAttendance: {
    own: ({ cloud }) => ({ code: `i0123456789.abc.${'A'.repeat(22)}`, phoneTime: now(cloud) }),
  },
  listMyDays: { own: nothing },
  getActivityCode: aboutDay(),
  listAttendances: aboutDay(),
  markAttendances: aboutDay((personId, at) => ({ marks: [{ personId, kind: 'in', mode: 'tick', at }] })),
  tallyActivityWalkIns: aboutDay(() => ({ people: 2 })),
  setActivityDay: aboutDay(() => ({ isWalkInAllowed: true })),
  closeActivityDay: aboutDay(),
  forgiveNoShow: aboutBoth(aboutNoShow),
  listSignUpPauses: inBoth(),
  getActivityRules: inBoth(),
  setActivityRules: aboutBoth(aboutRules),
};
