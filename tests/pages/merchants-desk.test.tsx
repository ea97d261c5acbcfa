import { applyAsMerchant, listMerchants } from '../../src/contract/merchants';
import Edit from '../../src/client/merchants/desk/edit';
import Import from '../../src/client/merchants/desk/import';
import List from '../../src/client/merchants/desk/list';
import { communityOf } from './support/community';
import { signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const facts = {
  category: 'catering',
  address: '荷风路 9 号',
  position: { lat: 31.8861, lng: 117.2502, crs: 'GCJ-02', accuracyM: 20 },
  hours: { weekly: [], exceptions: [] },
  phone: null,
} as const;

async function apply(name: string): Promise<void> {
  const rider = await signedInRider('rider-2');
  const input = { communityId: communityOf(rider), name, ...facts, hours: { weekly: [], exceptions: [] } };
  await rider.root.api.call(applyAsMerchant, input, { key: `key-of-${Date.now()}-apply` });
}

const found = async ({ root }: Rider, communityId: string, search: string) =>
  (await root.api.call(listMerchants, { communityId, search })).items[0];

test('an application is found, declined with a reason, and answered', async () => {
  await apply('街角小馆');
  const rider = await signedInRider('staff');
  const communityId = communityOf(rider);
  await rider.open(List, { communityId });
  await press('等您审核');
  await until(() => all('.merchant-row').every((row) => row.textContent.includes('申请加入')));
  await press('街角小馆');
  await seen('查看申请人会记入操作记录');
  await press('不同意');
  await write('原因（对方会看到）', '请补充营业执照');
  const confirm = await until(() => all('.bottom-sheet .action-button')[0]);
  await until(() => confirm.getAttribute('aria-disabled') === 'false');
  confirm.click();
  await seen('没有通过：请补充营业执照');
  await seen('已经结束，不能再改状态');
});

test('a shop is written down; what is missing is said, and a failure loses nothing', async () => {
  const rider = await signedInRider('staff');
  const communityId = communityOf(rider);
  await rider.open(Edit, { communityId });
  await press('保存');
  await seen('有几处还要改，请看标红的地方');
  await write('店名', '新开小店');
  await write('地址', '荷风路 20 号');
  await write('经度', '117.2502');
  await write('纬度', '31.8861');
  await press('周一 09:00–21:00');
  await press('再加一段');
  await press('用到每一天');
  rider.device.http.isBlocked = true;
  await press('保存');
  await seen('没有网络');
  rider.device.http.isBlocked = false;
  await press('保存');
  await until(() => rider.device.done.includes('toast 已保存'));
  const shop = await found(rider, communityId, '新开小店');
  expect(shop?.hours.weekly.every(({ spans }) => spans.length === 2)).toBe(true);
});

test('what was not saved is there again, and can be given up', async () => {
  const rider = await signedInRider('staff');
  const communityId = communityOf(rider);
  await rider.open(Edit, { communityId });
  await write('店名', '写到一半的店');
  await rider.open(Edit, { communityId });
  await seen('接着上次写的');
  await press('不要上次写的');
  await gone('接着上次写的');
});

test('an auditor reads, and sees no button that is refused', async () => {
  const rider = await signedInRider('auditor');
  await rider.open(List, { communityId: communityOf(rider) });
  await press('荷风面馆');
  await seen('协议');
  for (const name of ['加一家', '从表格导入', '暂停参加', '修改资料和照片']) expect(control(name)).toBeNull();
});

const heading = '店名,类别,地址,经度,纬度,营业时间';
const csv = (...rows: string[]) => {
  const bytes = new TextEncoder().encode([heading, ...rows].join('\n'));
  const file = btoa(String.fromCharCode(...bytes));
  return { name: '商户.csv', file, bytes: bytes.length };
};

test('a spreadsheet is looked at first: bad cells are named, then it is imported whole', async () => {
  const rider = await signedInRider('staff');
  const communityId = communityOf(rider);
  await rider.open(Import, { communityId });
  rider.device.chosenFile = csv('好店,美食,某路 1 号,117.25,31.886,每天 09:00-21:00');
  await press('选文件');
  await seen('第 2 行 B 列 · 类别');
  await seen('请填 餐饮、健康、学习、其他 中的一个');
  expect(control('导入 1 家')).toBeNull();
  rider.device.chosenFile = csv('表格小店,餐饮,某路 1 号,117.25,31.886,每天 09:00-21:00');
  await press('换一个文件');
  await seen('检查好了，1 家都可以导入');
  expect(await found(rider, communityId, '表格小店')).toBeUndefined();
  await press('导入 1 家');
  await seen('已导入 1 家');
  expect((await found(rider, communityId, '表格小店'))?.status).toBe('draft');
});
