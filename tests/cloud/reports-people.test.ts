import { reportsPersonalData } from '../../src/cloud/reports/service';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { department, makePhoto, reportingIn, reportOf, sendReport, settle } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang, post } from '../support/outang';

let cloud: TestCloud;
let rider: MadePerson;
let other: MadePerson;
const reporting = reportingIn(() => cloud);
const key = 'the-same-key-of-one-phone';
beforeAll(async () => {
  cloud = await startTestCloud();
  const here = [{ communityId: outang.id, roles: ['rider'] as const }];
  rider = await makePerson(cloud, here);
  other = await makePerson(cloud, here);
});
afterAll(() => cloud.close());

const collected = (person: MadePerson) => reportsPersonalData.collect(cloud.database, person.id);
const follow = (id: string, { headers }: MadePerson) =>
  cloud.app.inject({ method: 'PUT', url: `/api/reports/${id}/following`, headers });

test('one takes along what one reported, said and follows', async () => {
  const { id, number } = await reporting.worked(rider);
  await follow(id, other);
  await reporting.desk().move(id, { action: 'ask', by: department, version: null, words: '哪一侧？' });
  const { version } = await reporting.seen(id, rider);
  await reporting.act(rider, id, 'answers', { words: '东侧', version });
  expect(await collected(rider)).toMatchObject({
    上报: [
      {
        编号: number,
        类别: '路面、井盖',
        说明: '井盖翘起来了，车轮会卡住',
        状态: '处理中',
        补充和评价: ['东侧'],
      },
    ],
    关注: [],
  });
  expect(await collected(other)).toMatchObject({ 上报: [], 关注: [{ 编号: number }] });
});

test('two people who are one have their reports, keys and followed ones together', async () => {
  const here = [{ communityId: outang.id, roles: ['rider'] as const }];
  const [goes, stays] = [await makePerson(cloud, here), await makePerson(cloud, here)];
  const followed = await reporting.worked(stays);
  await follow(followed.id, goes);
  const body = await reportOf(cloud, goes);
  const sent = (await post(cloud, `/api/communities/${outang.id}/reports`, goes.headers, body, key)).json<{
    id: string;
  }>();
  await settle(cloud);
  await cloud.database.transaction((tx) => reportsPersonalData.merge(tx, goes.id, stays.id));
  await cloud.database.transaction((tx) => reportsPersonalData.forget(tx, goes.id));
  expect((await reporting.mine(stays)).items.map(({ id, isMine }) => [id, isMine])).toEqual(
    [sent.id, followed.id].map((id) => [id, true]),
  );
  expect((await reporting.mine(goes)).items).toEqual([]);
  expect((await reporting.seen(followed.id, stays)).followers).toBe(0);
  // The phone never heard the answer, and asks again as who stays.
  const again = await post(cloud, `/api/communities/${outang.id}/reports`, stays.headers, body, key);
  expect(again.json<{ id: string }>().id).toBe(sent.id);
});

test('a key that both have used stays with the one who stays', async () => {
  const here = [{ communityId: outang.id, roles: ['rider'] as const }];
  const [goes, stays] = [await makePerson(cloud, here), await makePerson(cloud, here)];
  const [one, two] = [await sendReport(cloud, goes, {}, key), await sendReport(cloud, stays, {}, key)];
  await cloud.database.transaction((tx) => reportsPersonalData.merge(tx, goes.id, stays.id));
  expect((await reporting.mine(stays)).items.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  const other = { mediaIds: [await makePhoto(cloud, stays.id)] };
  const reused = await post(
    cloud,
    `/api/communities/${outang.id}/reports`,
    stays.headers,
    await reportOf(cloud, stays, other),
    key,
  );
  expect(reused.statusCode).toBe(422);
});
