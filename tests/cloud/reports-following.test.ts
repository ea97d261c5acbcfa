import type { ProblemBody } from '../../src/contract/http';
import { similarRadiusM, type SimilarReport } from '../../src/contract/reports';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { department, reportingIn, settle, staff } from '../support/made-report';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, get, newTown, outang, positionNear } from '../support/outang';

let cloud: TestCloud;
let rider: MadePerson;
let other: MadePerson;
const reporting = reportingIn(() => cloud);
beforeAll(async () => {
  cloud = await startTestCloud();
  await change(cloud, 'communities', newTown.script);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(
    `update recurring_jobs set due_at = '2026-11-01'; update reports set is_seen = false`,
  );
  const here = [{ communityId: outang.id, roles: ['rider'] as const }];
  rider = await makePerson(cloud, here);
  other = await makePerson(cloud, here);
});
afterAll(() => cloud.close());

const near = async (person: MadePerson, metres = 0, category = 'road_manhole') => {
  const { lat, lng } = positionNear(outang.noodles.at, metres);
  const query = new URLSearchParams({ category, lat: String(lat), lng: String(lng) });
  const answer = await get(cloud, `/api/communities/${outang.id}/reports/similar?${query}`, person.headers);
  return answer.json<{ items: SimilarReport[] }>().items;
};

test('is suggested when it is near, like it, recent and looked at: the nearest first', async () => {
  const far = await reporting.waiting(rider, { position: positionNear(outang.noodles.at, 30) });
  const close = await reporting.waiting(rider, { position: positionNear(outang.noodles.at, 10) });
  expect(await near(other)).toEqual([]);
  for (const { id } of [far, close]) await reporting.assign(id);
  const found = await near(other);
  expect(found.map(({ id, distanceM }) => [id, distanceM])).toEqual([
    [close.id, 10],
    [far.id, 30],
  ]);
  expect(found[0]?.photos).toHaveLength(1);
  expect(await near(other, 0, 'environment')).toEqual([]);
  expect(await near(other, similarRadiusM.road_manhole + 35)).toEqual([]);
  expect(await near(rider)).toEqual([]);
  await cloud.database.script(`update reports set submitted_at = submitted_at - interval '31 days'`);
  expect(await near(other)).toEqual([]);
});

test('can be followed: its news without who reported it, their words and the exact place', async () => {
  const report = await reporting.worked(rider);
  const following = `/api/reports/${report.id}/following`;
  const follow = (person: MadePerson) =>
    cloud.app.inject({ method: 'PUT', url: following, headers: person.headers });
  expect((await follow(rider)).json<ProblemBody>().code).toBe('report_own');
  expect((await follow(other)).statusCode).toBe(204);
  expect((await follow(other)).statusCode).toBe(204);
  const shown = await reporting.seen(report.id, other);
  expect(shown).toMatchObject({
    isMine: false,
    isFollowed: true,
    followers: 1,
    words: null,
    can: { unfollow: true },
  });
  expect(shown.position).toMatchObject({ lat: 31.887, lng: 117.251, accuracyM: 100 });
  expect(shown.photos).toHaveLength(1);
  await reporting
    .desk()
    .move(report.id, { action: 'resolve', by: department, version: null, words: '换了新井盖' });
  await settle(cloud);
  expect((await reporting.noticesOf(other)).map(({ title }) => title)).toEqual(['上报处理好了']);
  expect((await reporting.mine(other)).items).toMatchObject([{ id: report.id, isMine: false }]);
  await cloud.app.inject({ method: 'DELETE', url: following, headers: other.headers });
  expect((await reporting.mine(other)).items).toEqual([]);
  const stranger = await makePerson(cloud, [{ communityId: newTown.id, roles: ['rider'] }]);
  expect((await reporting.seen(report.id, stranger)).code).toBe('not_found');
  expect((await follow(stranger)).statusCode).toBe(404);
});

test('merged, it is followed by who reported it; theirs is closed with a word, the other goes on', async () => {
  const first = await reporting.worked(rider);
  const second = await reporting.waiting(other);
  const third = await reporting.waiting(
    await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]),
  );
  await reporting.desk().merge(third.id, { canonicalId: second.id, by: staff, version: third.version });
  await reporting.desk().merge(second.id, { canonicalId: first.id, by: staff, version: second.version });
  await settle(cloud);
  const merged = await reporting.seen(second.id, other);
  expect(merged).toMatchObject({ state: 'duplicate', canonical: { id: first.id, state: 'in_progress' } });
  expect((await reporting.seen(first.id, rider)).followers).toBe(2);
  expect((await reporting.noticesOf(other))[0]?.text).toContain(`和 ${first.number} 号是同一件事`);
  const loop = reporting
    .desk()
    .merge(first.id, { canonicalId: second.id, by: staff, version: first.version });
  await expect(loop).rejects.toThrow('canonical_unknown');
});
