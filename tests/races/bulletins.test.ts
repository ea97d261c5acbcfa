import type { Notice } from '../../src/contract/notices';
import type { BulletinFigures } from '../../src/contract/bulletins';
import { BulletinDesk, written } from '../support/bulletin-desk';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';

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
const deskAt = (index: number) => new BulletinDesk(anyCloud(index), staff.headers);
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test('openings at once are all counted, each reader once', async () => {
  const { id } = await deskAt(0).published();
  const riders = await times(10, () => makePerson(clouds[0], [{ communityId: outang.id, roles: ['rider'] }]));
  for (let round = 0; round < 8; round += 1) {
    await times(20, async (index) => {
      const headers = index < 5 ? {} : (riders[index % riders.length]?.headers ?? {});
      const url = `/api/bulletins/${id}/reads`;
      const answer = await anyCloud(index).app.inject({ method: 'POST', url, headers });
      expect(answer.statusCode).toBe(204);
    });
  }
  const figures = await deskAt(0).look<BulletinFigures>(`/${id}/figures`);
  expect([figures.opens, figures.readers]).toEqual([160, 10]);
});

test('of ten changes of one version one is kept, and so is what was before', async () => {
  const { id, version } = await deskAt(0).published();
  const answers = await times(10, (index) =>
    deskAt(index).put(id, null, { ...written({ title: `第 ${index} 个` }), version }),
  );
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
  expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['conflict']));
  const { items } = await deskAt(0).look<{ items: { version: number }[] }>(`/${id}/versions`);
  expect(items.map((one) => one.version)).toEqual([version]);
});

test('of eight that are pinned at once three are', async () => {
  const all = await times(8, (index) => deskAt(index).published({ title: `置顶 ${index}` }));
  const answers = await times(8, (index) => {
    const { id, version } = all[index]!;
    return deskAt(index).put(id, 'pin', { until: '2026-12-01', version });
  });
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(3);
  expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['too_many_pins']));
});

test('published by hand twice and by the clock at once: it comes out once, and is told once', async () => {
  const { id, version } = await deskAt(0).create({ title: '一起发布' });
  const now = clouds[0].clock.now().getTime();
  const publishAt = new Date(now + 60_000).toISOString();
  const scheduled = await deskAt(0).put(id, 'publishing-time', { publishAt, reminds: true, version });
  for (const cloud of new Set(clouds)) cloud.clock.advance({ minutes: 2 });
  await Promise.all([
    ...clouds.map((cloud) => cloud.jobs.drain()),
    deskAt(0).put(id, 'publication', { reminds: true, version: scheduled.version }),
    deskAt(1).put(id, 'publication', { reminds: true, version: scheduled.version }),
  ]);
  for (let round = 0; round < 3; round += 1) for (const cloud of clouds) await cloud.jobs.drain();
  expect(await deskAt(0).look(`/${id}`)).toMatchObject({
    state: 'published',
    version: scheduled.version + 1,
  });
  const { items } = (await clouds[0].app.inject({ url: '/api/notices', headers: staff.headers })).json<{
    items: Notice[];
  }>();
  expect(items.filter(({ link }) => link?.includes(id))).toHaveLength(1);
});
