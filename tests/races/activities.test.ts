import type { SignUp } from '../../src/contract/activities';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { activityFacts } from '../support/activity-desk';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makeActivity } from '../support/made-activity';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

type Answer = Partial<SignUp & ProblemBody>;

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
let staff: MadePerson;
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  staff = await makePerson(first, [{ communityId: outang.id, roles: ['staff'] }]);
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});
const anyCloud = (index: number) => (index % 2 ? clouds[1] : clouds[0]);
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const riders = (count: number) =>
  Promise.all(times(count).map(() => makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }])));

const signUp = async (index: number, activityId: string, { headers }: MadePerson, key?: string) =>
  (await post(anyCloud(index), `/api/activities/${activityId}/sign-ups`, headers, {}, key)).json<Answer>();
const takeBack = async (index: number, signUpId: string, { headers }: MadePerson) => {
  const url = `/api/activities/sign-ups/${signUpId}`;
  return (await anyCloud(index).app.inject({ method: 'DELETE', url, headers })).json<Answer>();
};
const outcomesOf = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { code, state } of answers) {
    const outcome = String(code ?? state);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

interface Counted {
  capacity: number | null;
  taken: number;
  waiting: number;
  going: number;
  waitlisted: number;
}
const count = statement<Counted>(
  'test_race_activity',
  `select a.capacity, a.taken, a.waiting,
     (select count(*) from sign_ups s where s.activity_id = a.id and s.state = 'going') as going,
     (select count(*) from sign_ups s where s.activity_id = a.id and s.state = 'waitlisted') as waitlisted
   from activities a where a.id = $1`,
);
const listOrder = statement<{ personId: string; state: string; place: number | null }>(
  'test_race_order',
  `select person_id as "personId", state, place from sign_ups where activity_id = $1 order by place nulls first`,
);
async function counted(activityId: string): Promise<Counted> {
  const row = await clouds[0].database.row(count, [activityId]);
  if (!row) throw new Error('No such activity');
  // What is counted is what is there.
  expect([row.taken, row.waiting]).toEqual([row.going, row.waitlisted]);
  return row;
}
/** How often two of one person's sign-ups are at the same time. */
const overlaps = statement<{ count: number }>(
  'test_race_overlaps',
  `select count(*) as count from sign_ups s join activities a on a.id = s.activity_id
   join sign_ups t on t.person_id = s.person_id and t.id <> s.id and t.state in ('going', 'waitlisted')
   join activities b on b.id = t.activity_id and b.state = 'published'
   where s.person_id = any($1::uuid[]) and s.state in ('going', 'waitlisted') and a.state = 'published'
     and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
);

test('two hundred for twenty places: twenty go, the others wait, each in a place of their own', async () => {
  const activityId = await makeActivity(clouds[0], { capacity: 20 });
  const people = await riders(200);
  const answers = await Promise.all(people.map((rider, index) => signUp(index, activityId, rider)));
  expect(outcomesOf(answers)).toEqual({ going: 20, waitlisted: 180 });
  expect(await counted(activityId)).toMatchObject({ taken: 20, waiting: 180 });
  const places = answers.flatMap(({ waitPlace }) => waitPlace ?? []);
  expect(places.toSorted((a, b) => a - b)).toEqual(times(180).map((index) => index + 1));
});

test('one key sent twenty times at once is one sign-up', async () => {
  const activityId = await makeActivity(clouds[0], { capacity: 5 });
  const [rider] = await riders(1);
  if (!rider) throw new Error('nobody');
  const key = 'twenty-times-the-same-key';
  const answers = await Promise.all(times(20).map((index) => signUp(index, activityId, rider, key)));
  expect(new Set(answers.map(({ id, code }) => code ?? id)).size).toBe(1);
  expect(await counted(activityId)).toMatchObject({ taken: 1 });
});

test('many keys of one person at once are one sign-up', async () => {
  const activityId = await makeActivity(clouds[0], { capacity: 5 });
  const [rider] = await riders(1);
  if (!rider) throw new Error('nobody');
  const answers = await Promise.all(times(20).map((index) => signUp(index, activityId, rider)));
  expect(outcomesOf(answers)).toEqual({ going: 1, already_signed_up: 19 });
  expect(await counted(activityId)).toMatchObject({ taken: 1 });
});

test('from two phones for two at the same time: one is refused and names the other', async () => {
  const [film, advice] = [
    await makeActivity(clouds[0], { title: '露天电影' }),
    await makeActivity(clouds[0], { title: '法律咨询' }),
  ];
  const people = await riders(40);
  const answers = await Promise.all(
    people.flatMap((rider) => [signUp(0, film, rider), signUp(1, advice, rider)]),
  );
  expect(outcomesOf(answers)).toEqual({ going: 40, overlaps: 40 });
  for (const { code, detail } of answers) if (code) expect(detail).toMatch(/“(露天电影|法律咨询)”/);
  const ids = people.map(({ id }) => id);
  expect(await clouds[0].database.row(overlaps, [ids])).toEqual({ count: 0 });
});

test('a storm of sign-ups and cancellations: never over capacity, nobody lost, those who wait move up in order', async () => {
  const activityId = await makeActivity(clouds[0], { capacity: 10 });
  const people = await riders(60);
  const first = await Promise.all(
    people.slice(0, 30).map((rider, index) => signUp(index, activityId, rider)),
  );
  const waitingBefore = (await clouds[0].database.rows(listOrder, [activityId]))
    .filter(({ state }) => state === 'waitlisted')
    .map(({ personId }) => personId);
  const leaving = people.slice(0, 30).flatMap((rider, index) => {
    const { id, state } = first[index] ?? {};
    return state === 'going' && id ? [{ rider, id }] : [];
  });
  const newcomers = people.slice(30);
  const seen: number[] = [];
  await Promise.all([
    ...leaving.map(({ rider, id }, index) => takeBack(index, id, rider)),
    ...newcomers.map((rider, index) => signUp(index, activityId, rider)),
    ...times(20).map(async () => seen.push((await counted(activityId)).taken)),
  ]);
  expect(Math.max(...seen)).toBeLessThanOrEqual(10);
  expect(await counted(activityId)).toMatchObject({ taken: 10, waiting: 40 });
  const after = await clouds[0].database.rows(listOrder, [activityId]);
  const going = after.filter(({ state }) => state === 'going').map(({ personId }) => personId);
  expect(going.toSorted()).toEqual(waitingBefore.slice(0, 10).toSorted());
  const stillWaiting = after.filter(({ state }) => state === 'waitlisted').map(({ personId }) => personId);
  expect(stillWaiting.slice(0, 10)).toEqual(waitingBefore.slice(10));
});

test('one cancellation sent often gives one place', async () => {
  const activityId = await makeActivity(clouds[0], { capacity: 1 });
  const people = await riders(4);
  const made: Answer[] = [];
  for (const rider of people) made.push(await signUp(0, activityId, rider));
  const [first] = people;
  if (!first) throw new Error('nobody');
  await Promise.all(times(10).map((index) => takeBack(index, made[0]?.id ?? '', first)));
  expect(await counted(activityId)).toMatchObject({ taken: 1, waiting: 2 });
});

test('in a rush, who did not come too often is told to wait, and who missed less goes', async () => {
  const activityId = await makeActivity(clouds[0], { capacity: null });
  const people = await riders(30);
  const missed = await Promise.all(
    [1, 2, 3].map((days) => makeActivity(clouds[0], { startsInHours: -24 * days, state: 'finished' })),
  );
  const miss = statement<object>(
    'test_race_miss',
    `insert into no_shows (community_id, activity_id, person_id, missed_at)
     select s.community_id, s.id, p, s.ends_at from activities s, unnest($2::uuid[]) p where s.id = $1`,
  );
  const ids = people.map(({ id }) => id);
  for (const [index, id] of missed.entries())
    await clouds[0].database.run(miss, [id, index < 2 ? ids.slice(0, 20) : ids.slice(0, 10)]);
  const answers = await Promise.all(people.map((rider, index) => signUp(index, activityId, rider)));
  expect(outcomesOf(answers.slice(0, 10))).toEqual({ paused_for_absence: 10 });
  expect(outcomesOf(answers.slice(10))).toEqual({ going: 20 });
  expect(await counted(activityId)).toMatchObject({ taken: 20 });
});

describe('staff against those who sign up', () => {
  const made = {
    ...activityFacts,
    startsAt: '2026-11-26T09:00:00+08:00',
    endsAt: '2026-11-26T11:00:00+08:00',
  };
  const change = (index: number, activityId: string, facts: object) =>
    anyCloud(index).app.inject({
      method: 'PUT',
      url: `/api/communities/${outang.id}/activities/${activityId}`,
      headers: staff.headers,
      payload: { ...made, ...facts, version: 1 },
    });

  test('fewer places while many sign up: never more going than places', async () => {
    const activityId = await makeActivity(clouds[0], { capacity: 20 });
    const people = await riders(40);
    const early = people.slice(0, 15);
    await Promise.all(early.map((rider, index) => signUp(index, activityId, rider)));
    const [answer, ...answers] = await Promise.all([
      change(1, activityId, { capacity: 5, moveToWaitlist: true }),
      ...people.slice(15).map((rider, index) => signUp(index, activityId, rider)),
    ]);
    expect(answer.statusCode).toBe(200);
    expect(Object.keys(outcomesOf(answers)).sort()).not.toContain('internal');
    expect(await counted(activityId)).toMatchObject({ capacity: 5, taken: 5, waiting: 35 });
  });

  test('another time while many sign up: nobody is at two places at once unbeknown', async () => {
    const moving = await makeActivity(clouds[0], { startsInHours: 100 });
    const other = await makeActivity(clouds[0], { startsInHours: 72 });
    const people = await riders(30);
    const [answer] = await Promise.all([
      change(1, moving, {}),
      ...people.map((rider, index) => signUp(index, moving, rider)),
    ]);
    expect(answer.statusCode).toBe(200);
    const later = await Promise.all(people.map((rider, index) => signUp(index, other, rider)));
    const went = (await counted(moving)).going;
    expect(outcomesOf(later)).toEqual({ overlaps: went, ...(went < 30 && { going: 30 - went }) });
    expect(went).toBe(30);
  });

  test('called off while many sign up: all who have a place are told once', async () => {
    const activityId = await makeActivity(clouds[0], { capacity: 50 });
    const people = await riders(20);
    const url = `/api/communities/${outang.id}/activities/${activityId}/cancellation`;
    await Promise.all([
      ...people.map((rider, index) => signUp(index, activityId, rider)),
      post(clouds[0], url, staff.headers, { reason: '下雨', version: 1 }),
    ]);
    for (const cloud of new Set(clouds)) await cloud.jobs.drain();
    const { going } = await counted(activityId);
    const told = statement<{ count: number }>(
      'test_race_told',
      `select count(*) as count from notices where title = '活动取消了' and person_id = any($1::uuid[])`,
    );
    const ids = people.map(({ id }) => id);
    expect(await clouds[0].database.row(told, [ids])).toEqual({ count: going });
  });
});
