import type { Activity, SignUp } from '../../src/contract/activities';
import type { Notice } from '../../src/contract/notices';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makeActivity } from '../support/made-activity';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'`);
});
afterAll(() => cloud.close());

const aRider = () => makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
const signUp = async (activityId: string, { headers }: MadePerson) =>
  (await post(cloud, `/api/activities/${activityId}/sign-ups`, headers, {})).json<SignUp>();
const noticesOf = async ({ headers }: MadePerson) => {
  await cloud.jobs.drain();
  const { items } = (await get(cloud, '/api/notices', headers)).json<{ items: Notice[] }>();
  return items.filter(({ kind }) => kind === 'activity');
};

describe('reminders', () => {
  test('come in the evening before and an hour before, once each, to those who are going', async () => {
    const activityId = await makeActivity(cloud, { startsInHours: 24, capacity: 1 });
    const [going, waiting] = [await aRider(), await aRider()];
    await signUp(activityId, going);
    await signUp(activityId, waiting);
    cloud.clock.advance({ hours: 8 });
    expect(await noticesOf(going)).toEqual([]);
    cloud.clock.advance({ hours: 2 });
    const [reminder] = await noticesOf(going);
    expect(reminder).toMatchObject({
      title: '别忘了您报名的活动',
      text: '“露天电影”11 月 24 日周二 09:00开始，藕塘公园东门。来不了的话，请现在取消，让给候补的人。',
    });
    for (const hours of [5, 5, 2]) {
      cloud.clock.advance({ hours });
      await noticesOf(going);
    }
    cloud.clock.advance({ hours: 1, minutes: 30 });
    expect((await noticesOf(going)).map(({ title }) => title)).toEqual([
      '活动快开始了',
      '别忘了您报名的活动',
    ]);
    expect(await noticesOf(waiting)).toEqual([]);
  });

  test('of one who signs up late come at once; what is called off reminds nobody', async () => {
    const activityId = await makeActivity(cloud, { startsInHours: 5 });
    const off = await makeActivity(cloud, { startsInHours: 10 });
    const rider = await aRider();
    await signUp(activityId, rider);
    await signUp(off, rider);
    await cloud.database.script(
      `update activities set state = 'cancelled', cancel_reason = '雨' where id = '${off}'`,
    );
    cloud.clock.advance({ minutes: 1 });
    expect((await noticesOf(rider)).map(({ title }) => title)).toEqual(['别忘了您报名的活动']);
  });
});

test('an activity that is over is finished by a job', async () => {
  const activityId = await makeActivity(cloud, { startsInHours: -5 });
  await cloud.jobs.drain();
  expect((await get(cloud, `/api/activities/${activityId}`)).json<Activity>().state).toBe('finished');
});

test('a calendar file keeps its id, counts its versions and says when it is called off', async () => {
  const activityId = await makeActivity(cloud, { title: '义务植树，带铲子' });
  const file = await get(cloud, `/api/activities/${activityId}/calendar`);
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const lines = file.body.split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      `UID:${activityId}@nuanxin`,
      'SEQUENCE:1',
      'DTSTART:20261126T010000Z',
      'DTEND:20261126T030000Z',
      'STATUS:CONFIRMED',
      'TRIGGER:-PT1H',
      'TRIGGER:-P1D',
    ]),
  );
  await cloud.database.script(
    `update activities set state = 'cancelled', cancel_reason = '雨', version = 2 where id = '${activityId}'`,
  );
  const off = (await get(cloud, `/api/activities/${activityId}/calendar`)).body;
  expect(off).toContain('METHOD:CANCEL');
  expect(off).toContain('SEQUENCE:2');
  expect(off).toContain('STATUS:CANCELLED');
  const draft = await makeActivity(cloud, { state: 'draft' });
  expect((await get(cloud, `/api/activities/${draft}/calendar`)).statusCode).toBe(404);
});
