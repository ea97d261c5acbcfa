import { createWordFilter } from './words';

const filter = createWordFilter({ addedWords: [], allowedWords: [] });
const found = (text: string) => filter.find(text).map(({ start, end }) => text.slice(start, end));

test.each([
  '消防通道被电动车堵了，已经向消防队举报',
  '法院门口的井盖翘起来了，警察来看过',
  '三号楼有人飞线充电，怕燃气爆炸，请城管来看',
  '麻辣烫店后厨有老鼠，昨天有人食物中毒',
  '楼下棋牌室聚众赌博到半夜，扰民',
  '施工队的焊枪和水枪放在路边，操场边有炸鸡摊',
  '小姐姐说客服电话打不通，招聘广告贴满了楼道',
  'USB 充电桩坏了，DSB-100 型，SM 商场门口',
  '路面坑洼，雨天积水，三轮车翻过两次',
  '有人在楼道吸烟，烟头乱扔，垃圾发臭',
  '一次性交了三个月的停车费',
  '二楼空调外机漏水，物业说不归他们管',
  '路口交通灯坏了，黄网格线看不清，支援交警的岗亭也没人',
  '背阴道路结冰，长春药房门口摔了人，人群交叉拥挤',
  '公益性服务点的一次性服务费，面包夜市占道，房东突然停电',
  'A片区三号楼凤凰花园门前，防潮吹风机还开着，交代考虑整改',
  '地上 500 g水泥，墙上贴满小广告',
])('an ordinary report is let be: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['物业的人是傻逼', ['傻逼'], 'abuse'],
  ['物业的人是傻 逼', ['傻 逼'], 'abuse'],
  ['物业的人是傻*b！', ['傻*b'], 'abuse'],
  ['Ｓ Ｂ物业', ['Ｓ Ｂ'], 'abuse'],
  ['S.B. 物业', ['S.B'], 'abuse'],
  ['開戶送彩金，網路賭場', ['開戶送彩金', '網路賭場'], 'gambling'],
  ['代\u200b开\u200b发票请联系', ['代\u200b开\u200b发票'], 'fraud'],
  ['要冰毒找我', ['冰毒'], 'drugs'],
  ['同城约炮', ['约炮'], 'porn'],
  ['再不修就弄死你', ['弄死你'], 'violence'],
])('%s', (text, words, category) => {
  const hits = filter.find(text);
  expect(hits.map(({ start, end }) => text.slice(start, end))).toEqual(words);
  expect(hits[0]?.category).toBe(category);
});

test('the longest of several is marked, and all of them in order', () => {
  expect(found('你这个臭婊子、王八蛋')).toEqual(['臭婊子', '王八蛋']);
});

test('a word does not go over the end of a sentence', () => {
  expect(found('我不傻。逼得没办法')).toEqual([]);
});

test('where a text has characters outside the basic plane the place is still right', () => {
  expect(found('😀😀傻逼😀')).toEqual(['傻逼']);
});

test('a community adds words, and allows what bothers it', () => {
  const own = createWordFilter({ addedWords: ['某某地产', ' '], allowedWords: ['傻逼', 'ＳＢ'] });
  expect(own.find('傻逼 sb 某某地产').map(({ category }) => category)).toEqual(['community']);
});

test('thousands of words that begin alike are found in a long text, each where it stands', () => {
  const addedWords = Array.from({ length: 5_000 }, (_, index) => `${'井'.repeat(15)}${index}号`);
  const many = createWordFilter({ addedWords, allowedWords: [] });
  const text = `${'井'.repeat(50_000)}，${addedWords[4_999] ?? ''}`;
  expect(many.find(text)).toEqual([{ start: 50_001, end: 50_001 + 20, category: 'community' }]);
});
