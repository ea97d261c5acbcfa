import type { Bulletin, BulletinFigures, BulletinVersion } from '../../src/contract/bulletins';
import type { ProblemBody } from '../../src/contract/http';
import { statement } from '../../src/cloud/platform/database';
import { BulletinDesk, paragraph, written } from '../support/bulletin-desk';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, get, newTown, outang, type Headers } from '../support/outang';
import { phonePhoto } from '../support/photos';
import { Uploading } from '../support/uploading';

let cloud: TestCloud;
let staff: MadePerson;
let desk: BulletinDesk;
beforeAll(async () => {
  cloud = await startTestCloud();
  await change(cloud, 'communities', newTown.script);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.database.script(
    'delete from bulletin_versions; delete from bulletin_readers; delete from bulletin_days; delete from bulletins',
  );
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  desk = new BulletinDesk(cloud, staff.headers);
});

const person = (...roles: ('rider' | 'grid_member' | 'admin' | 'auditor')[]) =>
  makePerson(cloud, [{ communityId: outang.id, roles }]);
const open = async (id: string, headers: Headers = {}) =>
  (await get(cloud, `/api/bulletins/${id}`, headers)).json<Bulletin & ProblemBody>();
const read = async (id: string, headers: Headers = {}) =>
  (await cloud.app.inject({ method: 'POST', url: `/api/bulletins/${id}/reads`, headers })).statusCode;
interface Page {
  pinned: { title: string; isPinned: boolean; isNew: boolean }[];
  items: { title: string; isNew: boolean }[];
}
const list = async (headers: Headers = {}, query = '', communityId: string = outang.id) =>
  (await get(cloud, `/api/communities/${communityId}/bulletins${query}`, headers)).json<Page>();
const titles = (page: Page) => page.items.map(({ title }) => title);

describe('what is written', () => {
  test('is kept clean, and comes back as it was meant', async () => {
    const blocks = [
      { type: 'heading', level: 2, text: ' 谁能领\u202e ' },
      {
        type: 'paragraph',
        runs: [{ text: '看' }, { text: '原文', bold: true, href: 'https://hrss.ah.gov.cn/a' }],
      },
      { type: 'list', isNumbered: false, items: [[{ text: '外卖' }], [{ text: '快递' }]] },
      { type: 'divider' },
    ];
    const source = { name: '安徽省人社厅', url: 'https://hrss.ah.gov.cn/' };
    const { id, version } = await desk.create({ blocks, source });
    expect((await desk.put(id, 'publication', { reminds: false, version })).state).toBe('published');
    const shown = await open(id);
    expect(shown).toMatchObject({ title: '高温津贴怎么领', author: '藕塘社区', source, editedAt: null });
    expect(shown.blocks[0]).toEqual({ type: 'heading', level: 2, text: '谁能领' });
    expect(shown.blocks).toHaveLength(4);
  });

  test('is refused by naming the block', async () => {
    const refused = await desk.create({ blocks: [paragraph('好'), paragraph('坏', 'javascript:alert(1)')] });
    expect(refused).toMatchObject({
      code: 'bulletin_blocks',
      fields: { 'blocks.1.href': '链接要以 https://、http://、tel: 或 / 开头' },
    });
    expect(refused.detail).toContain('第 2 段');
  });

  test('has pictures of its writer, and of nobody else', async () => {
    const upload = async (by: MadePerson) => {
      const { media } = await new Uploading(cloud, by.headers).upload(await phonePhoto(), {
        purpose: 'bulletin',
      });
      return { type: 'image', mediaId: media?.id ?? '', alt: '领津贴的窗口', caption: null };
    };
    const theirs = await upload(await person('admin'));
    expect((await desk.create({ blocks: [theirs] })).code).toBe('photo_gone');
    const own = await upload(staff);
    const { id, version } = await desk.published({ blocks: [own] });
    const shown = await open(id);
    const [image] = shown.blocks;
    if (image?.type !== 'image' || !image.photo) throw new Error('No picture');
    expect((await get(cloud, image.photo.url)).headers['content-type']).toBe('image/jpeg');
    // A colleague changes the words and keeps the picture.
    const other = new BulletinDesk(cloud, (await person('admin')).headers);
    const changed = await other.put(id, null, {
      ...written({ blocks: [own, paragraph('周一开门')] }),
      version,
    });
    expect(changed.blocks).toHaveLength(2);
  });

  test('that somebody else has changed meanwhile is not lost: the version is named', async () => {
    const { id, version } = await desk.create();
    await desk.put(id, null, { ...written({ title: '改过的' }), version });
    const late = await desk.put(id, null, { ...written({ title: '迟了的' }), version });
    expect(late).toMatchObject({ code: 'conflict', current: { state: 'draft', version: 2 } });
    expect(late.detail).toContain('第 2 版');
  });

  test('keeps what it said before once it is out, for the auditor', async () => {
    const { id, version } = await desk.published();
    const blocks = [paragraph('六月到十月，用人单位按月发给。')];
    const changed = await desk.put(id, null, { ...written({ blocks }), version });
    expect(changed.editedAt).not.toBeNull();
    expect((await open(id)).editedAt).not.toBeNull();
    const auditor = new BulletinDesk(cloud, (await person('auditor')).headers);
    const { items } = await auditor.look<{ items: BulletinVersion[] }>(`/${id}/versions`);
    expect(items).toMatchObject([{ version: 2, blocks: [paragraph('六月到九月，用人单位按月发给。')] }]);
    expect((await auditor.look(`/${id}`)).can).toMatchObject({ edit: false, withdraw: false });
  });

  test('can not come out empty', async () => {
    const { id, version } = await desk.create({ blocks: [] });
    expect((await desk.put(id, 'publication', { reminds: false, version })).code).toBe('bulletin_empty');
  });
});

describe('time', () => {
  test('a draft is nobody’s to read; what is scheduled comes out when it is due, once', async () => {
    const { id, version } = await desk.create();
    expect((await open(id)).code).toBe('not_found');
    const publishAt = new Date(cloud.clock.now().getTime() + 3_600_000).toISOString();
    const scheduled = await desk.put(id, 'publishing-time', { publishAt, reminds: false, version });
    expect(scheduled.state).toBe('scheduled');
    await cloud.jobs.drain();
    expect((await open(id)).code).toBe('not_found');
    cloud.clock.advance({ hours: 1, seconds: 1 });
    await cloud.jobs.drain();
    const shown = await open(id);
    expect(Date.parse(shown.publishedAt)).toBe(Date.parse(publishAt));
    cloud.clock.advance({ hours: 1 });
    await cloud.jobs.drain();
    expect(await desk.look(`/${id}`)).toMatchObject({ state: 'published', version: 3 });
  });

  test('may be changed and taken away again, and lies ahead within a year', async () => {
    const { id, version } = await desk.create();
    const put = (days: number | null, at: number) =>
      desk.put(id, 'publishing-time', {
        publishAt:
          days === null ? null : new Date(cloud.clock.now().getTime() + days * 86_400_000).toISOString(),
        reminds: false,
        version: at,
      });
    expect((await put(-1, version)).code).toBe('bulletin_time');
    expect((await put(400, version)).code).toBe('bulletin_time');
    expect((await put(1, 1)).version).toBe(2);
    expect((await put(2, 2)).version).toBe(3);
    expect(await put(null, 3)).toMatchObject({ state: 'draft', publishAt: null });
  });

  test('three are pinned at most, until the end of their day; pinned ones stand apart', async () => {
    const all = [];
    for (const title of ['一', '二', '三', '四']) all.push(await desk.published({ title }));
    const pin = ({ id, version }: { id: string; version: number }) =>
      desk.put(id, 'pin', { until: '2026-11-25', version });
    for (const one of all.slice(0, 3)) expect((await pin(one)).pinnedUntil).toBe('2026-11-25');
    expect((await pin(all[3]!)).code).toBe('too_many_pins');
    const page = await list();
    expect(page.pinned.map(({ title, isPinned }) => [title, isPinned])).toEqual([
      ['三', true],
      ['二', true],
      ['一', true],
    ]);
    expect(titles(page)).toEqual(['四']);
    cloud.clock.advance({ days: 3 });
    expect(titles(await list())).toEqual(['四', '三', '二', '一']);
    expect((await desk.put(all[3]!.id, 'pin', { until: '2026-12-05', version: 2 })).pinnedUntil).toBe(
      '2026-12-05',
    );
  });

  test('what is taken back says why, for good', async () => {
    const { id, version } = await desk.published();
    const gone = await desk.put(id, 'withdrawal', { reason: '政策到期了', version });
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawn: { reason: '政策到期了' } });
    expect(await open(id)).toMatchObject({ status: 410, code: 'bulletin_withdrawn' });
    expect((await open(id)).detail).toContain('政策到期了');
    expect(titles(await list())).toEqual([]);
    const again = await desk.put(id, 'publication', { reminds: false, version: gone.version });
    expect(again).toMatchObject({ code: 'conflict', current: { state: 'withdrawn' } });
  });
});

describe('who reads it', () => {
  test('what is for riders or grid members is for them alone', async () => {
    const forRiders = await desk.published({ title: '骑手专享', audience: 'riders' });
    const forGrid = await desk.published({ title: '网格员须知', audience: 'grid_members' });
    const [rider, grid, stranger] = [
      await person('rider'),
      await person('grid_member'),
      await makePerson(cloud),
    ];
    expect(titles(await list())).toEqual([]);
    expect(titles(await list(stranger.headers))).toEqual([]);
    expect(titles(await list(rider.headers))).toEqual(['骑手专享']);
    expect(titles(await list(grid.headers))).toEqual(['网格员须知', '骑手专享']);
    expect(titles(await list(staff.headers))).toEqual(['网格员须知', '骑手专享']);
    expect((await open(forRiders.id)).code).toBe('unauthenticated');
    expect((await open(forRiders.id, stranger.headers)).code).toBe('not_found');
    expect((await open(forGrid.id, rider.headers)).code).toBe('not_found');
    expect((await open(forGrid.id, grid.headers)).title).toBe('网格员须知');
    expect(titles(await list({}, '?q=须知'))).toEqual([]);
  });

  test('every community hears of what an admin sends there, where the community may', async () => {
    expect((await desk.create({ reach: 'all' })).code).toBe('bulletin_reach');
    const admin = new BulletinDesk(cloud, (await person('admin')).headers);
    const { id, version } = await admin.published({ title: '全市通知', reach: 'all' });
    expect(titles(await list({}, '', newTown.id))).toEqual(['全市通知']);
    expect(titles(await list({}, '?q=通知', newTown.id))).toEqual(['全市通知']);
    expect(titles(await list())).toEqual(['全市通知']);
    const late = await desk.put(id, null, { ...written({ reach: 'community' }), version });
    expect(late.code).toBe('bulletin_reach');
    expect((await desk.put(id, 'withdrawal', { reason: '误发', version })).code).toBe('bulletin_reach');
    const elsewhere = await makePerson(cloud, [{ communityId: newTown.id, roles: ['admin'] }]);
    const there = new BulletinDesk(cloud, elsewhere.headers, newTown.id);
    expect((await there.create({ reach: 'all' })).code).toBe('bulletin_reach');
    await cloud.database.script(
      `update communities set may_publish_everywhere = false where slug = 'outang'`,
    );
    expect(titles(await list({}, '', newTown.id))).toEqual([]);
    await cloud.database.script(`update communities set may_publish_everywhere = true where slug = 'outang'`);
  });

  test('openings and readers are counted by the day; guests count as openings', async () => {
    const { id } = await desk.published();
    const rider = await person('rider');
    expect((await list(rider.headers)).items[0]?.isNew).toBe(true);
    expect([await read(id), await read(id, rider.headers), await read(id, rider.headers)]).toEqual([
      204, 204, 204,
    ]);
    expect((await list(rider.headers)).items[0]?.isNew).toBe(false);
    expect((await list()).items[0]?.isNew).toBe(false);
    cloud.clock.advance({ days: 1 });
    await read(id, rider.headers);
    const figures = await desk.look<BulletinFigures>(`/${id}/figures`);
    expect([figures.opens, figures.readers]).toEqual([4, 1]);
    expect(figures.days.map(({ opens, readers }) => [opens, readers])).toEqual([
      [3, 1],
      [1, 0],
    ]);
    expect(await desk.look('')).toMatchObject({ items: [{ opens: 4, readers: 1 }], can: { create: true } });
  });

  test('after 90 days nobody knows who read it, and how many is still known', async () => {
    const { id } = await desk.published();
    const rider = await person('rider');
    await read(id, rider.headers);
    cloud.clock.advance({ days: 91 });
    await cloud.jobs.drain();
    const left = statement<{ rows: number }>(
      'test_readers',
      'select count(*)::int as rows from bulletin_readers',
    );
    expect((await cloud.database.row(left))?.rows).toBe(0);
    // Sessions of before have come to their end.
    const auditor = new BulletinDesk(cloud, (await person('auditor')).headers);
    expect((await auditor.look<BulletinFigures>(`/${id}/figures`)).readers).toBe(1);
    expect((await list((await person('rider')).headers)).items[0]?.isNew).toBe(false);
  });
});
