import { randomUUID } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { ProblemBody } from '../../src/contract/http';
import type { ImportResult } from '../../src/contract/merchant-imports';
import type { ManagedMerchant } from '../../src/contract/merchants';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { get, outang, post } from '../support/outang';

type Answer = ImportResult & ProblemBody;
type Cell = string | number | Date | null;

let cloud: TestCloud;
let staff: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
afterAll(() => cloud.close());

const base = `/api/communities/${outang.id}`;
const heading = ['店名', '类别', '地址', '经度', '纬度', '营业时间', '电话', '协议开始', '协议结束'];
const good = (name: string, rest: Partial<Record<string, Cell>> = {}): Cell[] => {
  const cells: Record<string, Cell> = {
    店名: name,
    类别: '餐饮',
    地址: '荷风路 1 号',
    经度: 117.2514,
    纬度: 31.8868,
    营业时间: '每天 09:00-21:00',
    电话: null,
    协议开始: null,
    协议结束: null,
    ...(rest as Record<string, Cell>),
  };
  return heading.map((one) => cells[one] ?? null);
};

const xlsx = async (rows: Cell[][]) =>
  (await writeExcelFile(rows as SheetData, { dateFormat: 'yyyy-mm-dd' }).toBuffer()).toString('base64');
const csv = (rows: Cell[][]) =>
  rows.map((row) => row.map((cell) => `"${String(cell ?? '')}"`).join(',')).join('\r\n');
const send = async (file: string, dryRun = false, key: string = randomUUID()) =>
  (await post(cloud, `${base}/merchant-imports`, staff.headers, { file, dryRun }, key)).json<Answer>();
const found = async (name: string) =>
  (await get(cloud, `${base}/merchants?search=${encodeURIComponent(name)}`, staff.headers)).json<{
    items: ManagedMerchant[];
  }>().items;

test('the template, filled in, comes back as drafts', async () => {
  const answer = await get(cloud, `${base}/merchant-imports/template`, staff.headers);
  const { name, file } = answer.json<{ name: string; file: string }>();
  expect(name).toBe('商户导入模板.xlsx');
  const [shops, notes] = await readExcelFile(Buffer.from(file, 'base64'));
  expect(shops?.data[0]).toEqual(heading);
  expect(notes?.data.slice(2).map(([column]) => column)).toEqual(heading);
  expect((await send(file)).code).toBe('import_empty');

  const filled = await xlsx([...((shops?.data ?? []) as Cell[][]), good('模板小店')]);
  expect(await send(filled)).toEqual({ rows: 1, created: 1, names: ['模板小店'], problems: [] });
  expect(await found('模板小店')).toMatchObject([{ status: 'draft', version: 1 }]);
});

test('dates are dates, numbers are texts where texts are wanted', async () => {
  const rows = [
    good('日期 1 店', {
      电话: 13_800_138_000,
      协议开始: new Date('2026-01-01'),
      协议结束: new Date('2026-12-31'),
    }),
    good('日期 2 店', { 协议开始: '2026/3/5', 协议结束: '2027年3月4日' }),
    good('日期 3 店', { 协议开始: 46_023 }),
  ];
  expect((await send(await xlsx([heading, ...rows]))).created).toBe(3);
  expect(await found('日期')).toMatchObject([
    { name: '日期 1 店', phone: '13800138000', agreementFrom: '2026-01-01', agreementTo: '2026-12-31' },
    { name: '日期 2 店', agreementFrom: '2026-03-05', agreementTo: '2027-03-04' },
    { name: '日期 3 店', agreementFrom: '2026-01-01', agreementTo: null },
  ]);
});

test('all there is to say of a shop arrives', async () => {
  const hours = '周一至周五 08:00-12:00 14:00-18:00；周六日 休息';
  const row = good('整齐小店', { 类别: '健康', 营业时间: hours, 电话: '0551-1234' });
  await send(await xlsx([heading, row]));
  const [shop] = await found('整齐小店');
  expect(shop).toMatchObject({
    category: 'health',
    address: '荷风路 1 号',
    position: { lng: 117.2514, lat: 31.8868, crs: 'GCJ-02', accuracyM: 20 },
    phone: '0551-1234',
  });
  expect(shop?.hours.weekly).toHaveLength(7);
  expect(shop?.hours.weekly[0]?.spans).toHaveLength(2);
});

/** What Chinese Windows writes; TextEncoder knows no GB18030, so its bytes are looked up from its decoder. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      codes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from(Array.from(text).flatMap((letter) => codes.get(letter) ?? [letter.charCodeAt(0)]));
}

test.each<[string, (text: string) => Buffer]>([
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', gb18030],
  ['tabs in UTF-16', (text) => Buffer.from(`\ufeff${text.replaceAll('","', '"\t"')}`, 'utf16le')],
])('a CSV file in %s', async (kind, encode) => {
  const name = `文本店 ${kind}`;
  const file = encode(csv([heading, good(name, { 协议开始: '2026-01-01' })])).toString('base64');
  expect(await send(file)).toMatchObject({ created: 1, names: [name] });
  expect(await found(name)).toMatchObject([{ agreementFrom: '2026-01-01' }]);
});

test('every bad cell is named, and nothing is imported', async () => {
  const rows = [
    good('好店'),
    good('', { 类别: '美食', 地址: null }),
    good('坏位置', { 经度: '东经117', 纬度: null }),
    good('填反了', { 经度: 31.8868, 纬度: 117.2514 }),
    good('太远了', { 经度: 116.4, 纬度: 39.9 }),
    good('坏时间', { 营业时间: '从早到晚', 电话: '打给老王' }),
    good('坏日期', { 协议开始: '2026-02-31', 协议结束: '明年' }),
    good('倒日期', { 协议开始: '2026-12-31', 协议结束: '2026-01-01' }),
    good('店'.repeat(41)),
    good('好店'),
    good('荷风面馆', { 地址: '旁边那家' }),
  ];
  const file = await xlsx([heading, rows[0] ?? [], [], ...rows.slice(1)]);
  const answer = await send(file);
  expect(answer).toMatchObject({ rows: 11, created: 0 });
  expect(answer.problems.map(({ row, column, heading: of, reason }) => [row, column, of, reason])).toEqual([
    [4, 'A', '店名', '请填写'],
    [4, 'B', '类别', '请填 餐饮、健康、学习、其他 中的一个'],
    [4, 'C', '地址', '请填写'],
    [5, 'D', '经度', '请填数字，例如 117.2514'],
    [5, 'E', '纬度', '请填写'],
    [6, 'E', '纬度', '纬度要在 -90 到 90 之间，是不是和经度填反了'],
    [7, 'D', '经度', expect.stringMatching(/^离社区约 \d+ 公里，请核对经纬度$/)],
    [8, 'F', '营业时间', '“从早-晚”没有写几点到几点'],
    [8, 'G', '电话', '请填 3–30 位数字，可以带 + - 和空格'],
    [9, 'H', '协议开始', '请填日期，例如 2026-01-01'],
    [9, 'I', '协议结束', '请填日期，例如 2026-01-01'],
    [10, 'I', '协议结束', '不能早于协议开始'],
    [11, 'A', '店名', '太长了，最多 40 字'],
    [12, 'A', '店名', '和第 2 行是同一家（店名、地址都一样）'],
  ]);
  expect(answer.problems[1]?.value).toBe('美食');
  expect(await found('好店')).toEqual([]);
});

test('a shop that is there already is named; a look alone makes nothing', async () => {
  const file = await xlsx([heading, good('只来一次')]);
  expect(await send(file, true)).toMatchObject({ rows: 1, created: 0, problems: [] });
  expect(await found('只来一次')).toEqual([]);
  const key = randomUUID();
  const first = await send(file, false, key);
  expect(first.created).toBe(1);
  expect(await send(file, false, key)).toEqual(first);
  for (const dryRun of [true, false])
    expect(await send(file, dryRun)).toMatchObject({
      created: 0,
      problems: [{ row: 2, column: 'A', value: '只来一次', reason: '已经有这家店了（店名、地址都一样）' }],
    });
  expect(await found('只来一次')).toHaveLength(1);
});

test('columns may stand in another order, and others beside them', async () => {
  const order = [8, 3, 0, 1, 2, 4, 5, 6, 7];
  const turned = [heading, good('换列小店', { 电话: '不是电话' })].map((row) => [
    '备注',
    ...order.map((at) => row[at] ?? null),
  ]);
  turned[0] = ['备注', ...order.map((at) => (at === 0 ? ' 店名 *' : (heading[at] ?? '')))];
  expect((await send(await xlsx(turned as Cell[][]))).problems).toMatchObject([
    { row: 2, column: 'I', heading: '电话' },
  ]);
});

test.each<[string, () => Promise<string> | string, string]>([
  ['a broken workbook', () => Buffer.from('PK\x03\x04 nonsense').toString('base64'), 'import_unreadable'],
  ['a file of bytes', () => Buffer.from([0xff, 0x81, 0x20, 0]).toString('base64'), 'import_unreadable'],
  [
    'other columns',
    () =>
      xlsx([
        ['姓名', '地址'],
        ['张三', '某处'],
      ]),
    'import_headings',
  ],
  ['a heading alone', () => xlsx([heading]), 'import_empty'],
  ['an empty file', () => Buffer.from('\n').toString('base64'), 'import_headings'],
  [
    'too many rows',
    () => xlsx([heading, ...Array.from({ length: 501 }, (_, at) => good(`第 ${at} 家`))]),
    'import_too_long',
  ],
])('%s is refused by name', async (_what, make, code) => {
  expect((await send(await make())).code).toBe(code);
});

test('five hundred at once', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => good(`连锁 ${at}`));
  expect((await send(await xlsx([heading, ...rows]))).created).toBe(500);
  expect((await found('连锁 499')).length).toBe(1);
});

test('a name that looks like a formula is written as a text', async () => {
  const row = good('=HYPERLINK("x")');
  expect((await send(await xlsx([heading, row]))).created).toBe(1);
  expect((await found('HYPERLINK'))[0]?.name).toBe('=HYPERLINK("x")');
});
