import type { Notice } from '../../src/contract/notices';
import { createReminding } from '../../src/cloud/bulletins/reminding';
import { statement } from '../../src/cloud/platform/database';
import { BulletinDesk } from '../support/bulletin-desk';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makeBulletin } from '../support/made-bulletin';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang } from '../support/outang';

let cloud: TestCloud;
let desk: BulletinDesk;
beforeAll(async () => {
  cloud = await startTestCloud();
  const staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  desk = new BulletinDesk(cloud, staff.headers);
});
afterAll(() => cloud.close());

const rider = () => makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);

describe('a reminder', () => {
  test('reaches who it is for, some at a time, once; and stops when it is taken back', async () => {
    const asked = await rider();
    const paused = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'], status: 'paused' }]);
    for (let count = 0; count < 120; count += 1) await rider();
    const { id } = await desk.published({ title: '台风提醒' }, true);
    await cloud.jobs.drain();
    await cloud.jobs.drain();
    const told = async ({ headers }: MadePerson) =>
      (await get(cloud, '/api/notices', headers)).json<{ items: Notice[] }>().items;
    expect(await told(asked)).toMatchObject([
      { kind: 'bulletin', text: '藕塘社区：台风提醒', link: `bulletins/rider/detail?id=${id}` },
    ]);
    expect(await told(paused)).toEqual([]);
    const notices = statement<{ people: number; rows: number }>(
      'test_reminded',
      `select count(distinct person_id)::int as people, count(*)::int as rows from notices where link like '%' || $1`,
    );
    const counted = await cloud.database.row(notices, [id]);
    expect(counted?.people).toBeGreaterThan(120);
    expect(counted?.rows).toBe(counted?.people);
  });

  test('tells no further once it is taken back', async () => {
    const communityId = outang.id;
    const bulletinId = await makeBulletin(cloud, { communityId, state: 'withdrawn' });
    const told: string[] = [];
    const { begin, tellPart } = createReminding({
      notify: async (_tx, { personId }) => void told.push(personId),
    });
    const waiting = statement<{ rows: number }>(
      'test_outbox',
      'select count(*)::int as rows from outbox_messages',
    );
    await cloud.database.transaction(async (tx) => {
      await begin(tx, { communityId, bulletinId });
      await tellPart(tx, { communityId, bulletinId, in: communityId, part: 0, parts: 2 });
      expect((await tx.row(waiting))?.rows).toBe(0);
    });
    expect(told).toEqual([]);
  });
});
