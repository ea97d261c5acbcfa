import type { QuestionAnswer, SignUpState, SignUpWay } from '../../contract/activities';
import type { Clock } from '../platform/clock';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { endSignUp, lockActivity, renewAgendas } from './places';
import * as signUps from './sign-up-queries';
import { signUpStateNames, signUpWayNames } from './texts';

interface Collected {
  community: string;
  title: string;
  startsAt: Date;
  state: SignUpState;
  via: SignUpWay;
  signedUpAt: Date;
  riskAgreedAt: Date | null;
  reason: string | null;
  answers: QuestionAnswer[];
  questions: { id: string; label: string }[];
}
const collectSignUps = statement<Collected>(
  'sign_ups_collect',
  `select c.name as community, a.title, a.starts_at as "startsAt", s.state, s.via, s.signed_up_at as "signedUpAt",
     s.risk_agreed_at as "riskAgreedAt", s.reason, s.answers, a.questions
   from sign_ups s join activities a on a.community_id = s.community_id and a.id = s.activity_id
   join communities c on c.id = s.community_id
   where s.person_id = $1 order by s.signed_up_at, s.id`,
);
const collectLed = statement<{ community: string; title: string; startsAt: Date }>(
  'activities_collect_led',
  `select c.name as community, a.title, a.starts_at as "startsAt" from memberships m
   join communities c on c.id = m.community_id
   join activities a on a.community_id = m.community_id and a.leader_id = m.person_id
   where m.person_id = $1 order by a.starts_at`,
);

const listRunning = statement<{ activityId: string; id: string }>(
  'sign_ups_list_running_of',
  `select s.activity_id as "activityId", s.id from sign_ups s
   join activities a on a.community_id = s.community_id and a.id = s.activity_id
   where s.community_id = $1 and s.person_id = $2 and s.state in ('going', 'waitlisted') and a.state = 'published'
     and a.starts_at > $3
   order by s.activity_id`,
);
const forgetIn = [
  statement<object>(
    'sign_ups_forget',
    `update sign_ups s set ${signUps.nobodys} where community_id = $1 and person_id = $2`,
  ),
  statement<object>(
    'activities_forget_leader',
    'update activities set leader_id = null where community_id = $1 and leader_id = $2',
  ),
];
const listCommunities = statement<{ communityId: string }>(
  'sign_ups_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

/** In one community: their places are free for who waits; that somebody came to what is over stays. */
export async function forgetSignUps(
  tx: Queries,
  communityId: string,
  personId: string,
  now: Date,
): Promise<void> {
  for (const { activityId, id } of await tx.rows(listRunning, [communityId, personId, now])) {
    const record = await lockActivity(tx, { communityId, activityId });
    const signUp = await tx.row(signUps.find, [communityId, id]);
    if (signUp) await endSignUp(tx, record, signUp, { to: 'cancelled', reason: null, now });
  }
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

/** Both are signed up for the same one: the sign-up that gives a place is kept, or the earlier. */
const listDoubles = statement<{ communityId: string; activityId: string; id: string }>(
  'sign_ups_list_doubles',
  `select s.community_id as "communityId", s.activity_id as "activityId",
     case when t.state = 'waitlisted' and s.state = 'going' then t.id else s.id end as id
   from sign_ups s join sign_ups t on t.community_id = s.community_id and t.activity_id = s.activity_id
     and t.person_id = $2 and t.state in ('going', 'waitlisted')
   where s.person_id = $1 and s.state in ('going', 'waitlisted') order by s.activity_id`,
);
const merges = [
  // Keys were the other account's.
  statement<object>(
    'sign_ups_merge',
    `update sign_ups set person_id = $2, key = 'merged_' || replace(id::text, '-', '') where person_id = $1`,
  ),
  statement<object>(
    'activities_merge_leader',
    `update activities a set leader_id = $2 from memberships m
     where m.person_id = $1 and a.community_id = m.community_id and a.leader_id = m.person_id`,
  ),
];

async function merge(tx: Queries, from: string, into: string, now: Date): Promise<void> {
  for (const { communityId, activityId, id } of await tx.rows(listDoubles, [from, into])) {
    const record = await lockActivity(tx, { communityId, activityId });
    const signUp = await tx.row(signUps.find, [communityId, id]);
    if (signUp) await endSignUp(tx, record, signUp, { to: 'cancelled', reason: null, now });
  }
  for (const statement of merges) await tx.run(statement, [from, into]);
  for (const { communityId } of await tx.rows(listCommunities, [into]))
    await renewAgendas(tx, communityId, [into]);
}

/** What one signed up for, what they answered, and what they lead. */
export const activitiesPersonalData = ({ clock }: { clock: Clock }): PersonalData => ({
  title: '活动报名',
  async collect(from, personId) {
    const signedUp = await from.rows(collectSignUps, [personId]);
    const led = await from.rows(collectLed, [personId]);
    return {
      报名: signedUp.map(({ questions, answers, ...one }) => ({
        社区: one.community,
        活动: one.title,
        活动时间: one.startsAt.toISOString(),
        报名时间: one.signedUpAt.toISOString(),
        方式: signUpWayNames[one.via],
        状态: signUpStateNames[one.state],
        移出原因: one.reason,
        风险确认: one.riskAgreedAt?.toISOString() ?? null,
        填写的内容: answers.map(({ questionId, values }) => ({
          问题: questions.find(({ id }) => id === questionId)?.label ?? questionId,
          回答: values.join('、'),
        })),
      })),
      带队: led.map(({ community, title, startsAt }) => ({
        社区: community,
        活动: title,
        活动时间: startsAt.toISOString(),
      })),
    };
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetSignUps(tx, communityId, personId, clock.now());
  },
  merge: (tx, from, into) => merge(tx, from, into, clock.now()),
});
