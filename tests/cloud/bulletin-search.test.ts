import type { BulletinRow } from '../../src/contract/bulletins';
import type { ProblemBody } from '../../src/contract/http';
import { BulletinDesk, paragraph } from '../support/bulletin-desk';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makeBulletin } from '../support/made-bulletin';
import { makePerson } from '../support/made-person';
import { get, outang } from '../support/outang';

let cloud: TestCloud;
let desk: BulletinDesk;
beforeAll(async () => {
  cloud = await startTestCloud();
  const staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  desk = new BulletinDesk(cloud, staff.headers);
  const add = async (title: string, ...texts: string[]) => {
    cloud.clock.advance({ minutes: 1 });
    await desk.published({ title, blocks: texts.map((text) => paragraph(text)) });
  };
  await add('夏季高温津贴怎么领', '每年六月到九月按月发，外卖骑手也有。');
  await add('社保补贴申请', '灵活就业人员可以申请补贴，津贴另算。');
  await add('周末停水通知', '周六八点到十二点停水，请提前接好水。');
  await add('ＡＰＰ报名须知', 'Download the APP，按１、２步来。');
  await add('活动回顾', '高高兴兴，温温暖暖，津津有味，贴心服务。');
});
afterAll(() => cloud.close());

interface Found {
  items: BulletinRow[];
  nextCursor: string | null;
}
const search = async (q: string, rest: Record<string, string> = {}) => {
  const query = new URLSearchParams({ q, ...rest }).toString();
  return (await get(cloud, `/api/communities/${outang.id}/bulletins?${query}`)).json<Found & ProblemBody>();
};
const titles = async (q: string) => (await search(q)).items.map(({ title }) => title);

test('words are found in the title first, then in the text, the newest first', async () => {
  expect(await titles('津贴')).toEqual(['夏季高温津贴怎么领', '社保补贴申请']);
  expect(await titles('补贴')).toEqual(['社保补贴申请']);
  expect(await titles('高温 骑手')).toEqual(['夏季高温津贴怎么领']);
});

test('a word of one character', async () => {
  expect(await titles('水')).toEqual(['周末停水通知']);
  expect(await titles('领')).toEqual(['夏季高温津贴怎么领']);
  expect(await titles('龘')).toEqual([]);
});

test('characters that stand apart are no word', async () => {
  expect(await titles('高温津贴')).toEqual(['夏季高温津贴怎么领']);
  expect(await titles('高津')).toEqual([]);
});

test('any width and size, and what people type by mistake', async () => {
  expect(await titles('app')).toEqual(['ＡＰＰ报名须知']);
  expect(await titles('ＡＰＰ　１')).toEqual(['ＡＰＰ报名须知']);
  expect(await titles(`'; drop table bulletins; --`)).toEqual([]);
  expect(await titles('%_\\')).toEqual([]);
  expect((await titles('   ')).length).toBe(5);
});

test('what was found is marked in the title and in a piece of the text', async () => {
  const [first, second] = (await search('津贴')).items;
  expect(first?.titleMarks).toEqual([
    { text: '夏季高温', isHit: false },
    { text: '津贴', isHit: true },
    { text: '怎么领', isHit: false },
  ]);
  expect(second?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['津贴']);
});

test('by category, and page by page without gaps or doubles', async () => {
  expect((await search('津贴', { category: 'notice' })).items).toEqual([]);
  for (let count = 0; count < 7; count += 1) {
    await makeBulletin(cloud, {
      communityId: outang.id,
      title: count % 2 ? '防汛提示' : '提示',
      text: '防汛值班',
    });
  }
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Found = await search('防汛', { limit: '2', ...(cursor && { cursor }) });
    found.push(...page.items.map(({ id, title }) => `${title} ${id}`));
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(found).size).toBe(7);
  const kinds = found.map((one) => one.split(' ')[0]);
  expect(kinds.join(' ')).toBe('防汛提示 防汛提示 防汛提示 提示 提示 提示 提示');
  expect((await search('防汛', { cursor: 'x' })).code).toBe('invalid_input');
});

test('what is changed is found by what it says now, what is taken back not at all', async () => {
  const { id, version } = await desk.published({ title: '旧标题甲乙', blocks: [paragraph('丙丁')] });
  const content = {
    category: 'policy',
    departmentId: null,
    source: null,
    audience: 'everyone',
    reach: 'community',
  };
  const blocks = [paragraph('戊己')];
  const changed = await desk.put(id, null, { ...content, title: '新标题庚辛', blocks, version });
  expect([await titles('甲乙'), await titles('丙丁')]).toEqual([[], []]);
  expect([await titles('庚辛'), await titles('戊己')]).toEqual([['新标题庚辛'], ['新标题庚辛']]);
  await desk.put(id, 'withdrawal', { reason: '写错了', version: changed.version });
  expect(await titles('庚辛')).toEqual([]);
});
