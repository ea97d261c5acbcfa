import { assignRequest } from '../../src/contract/request-cases';
import { setRequestCategories } from '../../src/contract/request-categories';
import { listRequestCategories } from '../../src/contract/requests';
import { newKey } from '../../src/client/idempotency-key';
import Case from '../../src/client/requests/desk/case';
import Categories from '../../src/client/requests/desk/categories';
import Figures from '../../src/client/requests/desk/figures';
import Desk from '../../src/client/requests/desk/list';
import { outang } from '../support/outang';
import { accepted, answered, caseOf, requested } from './support/requested';
import { signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();
let officer: Rider;
let staff: Rider;

beforeAll(async () => {
  officer = await signedInRider('department-officer');
  staff = await signedInRider('staff');
});

test('an officer finds what is asked of their department, and the filters stand in the address', async () => {
  await requested('站点乱扣押金');
  await requested('孩子放学没人接', '女性与家庭');
  await officer.open(Desk, { communityId });
  await seen('站点乱扣押金');
  expect(control('孩子放学没人接')).toBeNull();
  await write('找诉求', '押金');
  await press('查找');
  await until(() => officer.device.done.some((line) => line.includes('search=%E6%8A%BC%E9%87%91')));
  await press('去掉条件：“押金”');
  await press('待受理');
  await until(() => officer.device.done.some((line) => line.includes('state=submitted%2Creopened')));
  await seen('站点乱扣押金');
});

test('what is asked in confidence is not there for staff, but for who stands on its list', async () => {
  const { id } = await requested('想问离婚的事', '法律咨询');
  await staff.open(Desk, { communityId, search: '离婚' });
  await seen('没有符合的诉求');
  await staff.open(Case, { communityId, requestId: id });
  await seen('再试一次');
  const lawyer = await signedInRider('legal-officer');
  await lawyer.open(Case, { communityId, requestId: id });
  await seen('想问离婚的事');
  await seen('每次查看都会单独记入操作记录');
});

test('it is taken on, asked about, noted and answered', async () => {
  const { id } = await requested('奖金少发了');
  await officer.open(Case, { communityId, requestId: id });
  await seen('奖金少发了');
  await press('受理');
  send();
  await seen('已受理');
  await press('写备注');
  await write('备注', '已经打过电话');
  send();
  await until(() => officer.device.done.includes('toast 备注已写下'));
  await seen('已经打过电话');
  await press('答复');
  await write('答复（诉求人会看到）', '下个月补上');
  send();
  await until(() => officer.device.done.includes('toast 已答复，等诉求人评价'));
  await seen('下个月补上');
  expect((await caseOf(officer, id)).state).toBe('answered');
});

test('who was quicker is named, and what was written stays', async () => {
  const { id } = await requested('夜里没有补贴');
  await accepted(officer, id);
  await officer.open(Case, { communityId, requestId: id });
  await press('请诉求人补充');
  await write('问题（诉求人会看到）', '是哪个月的？');
  const { version } = await caseOf(staff, id);
  const union = '019ab000-0000-7000-8000-000000000402';
  await staff.root.api.call(
    assignRequest,
    { communityId, requestId: id, version, departmentId: union },
    { key: newKey(Date.now()) },
  );
  send();
  await seen('别人刚刚办了这一条');
  await seen('社区小陶 交办');
  await press('仍然提交');
  await seen('在等诉求人补充');
  await seen('是哪个月的？');
});

test('the wrong department gives it back with a reason, and staff give it on as another category', async () => {
  const { id } = await requested('租房押金不退');
  await officer.open(Case, { communityId, requestId: id });
  await press('退回');
  await write('原因（诉求人会看到）', '不是劳动的事');
  send();
  await until(() => officer.device.done.includes('toast 已退回'));
  await staff.open(Case, { communityId, requestId: id });
  await seen('退回过 1 次');
  await press('交办');
  await press('生活困难');
  await until(() => control('居民委员会')?.getAttribute('aria-checked') === 'true');
  send();
  await until(() => staff.device.done.includes('toast 已交办'));
  expect(await caseOf(staff, id)).toMatchObject({
    state: 'assigned',
    category: { name: '生活困难' },
    department: { name: '居民委员会' },
  });
});

test('an organiser changes what can be asked, and who reads what is confidential', async () => {
  const organiser = await signedInRider('organiser');
  await organiser.open(Categories, { communityId });
  await press('加一类');
  await write('名称', '住房租赁');
  await press('居民委员会');
  await press('好了');
  await seen('有改动还没保存');
  await press('保存');
  await gone('有改动还没保存');
  await seen('住房租赁');
  await press('住房租赁居民委员会');
  await press('可以提');
  await press('好了');
  await press('保存');
  await seen('已停用');
  await press('保密名单');
  await seen('谁能看“法律咨询”');
  await until(() => control('司法小宁')?.getAttribute('aria-checked') === 'true');
  expect(control('党群老方')).toBeNull();
});

test('who was quicker with the categories takes nothing away from what is being written', async () => {
  const organiser = await signedInRider('organiser');
  await organiser.open(Categories, { communityId });
  await press('加一类');
  await write('名称', '孩子入学');
  await press('妇联');
  await press('好了');
  const admin = await signedInRider('admin');
  const { items } = await admin.root.api.call(listRequestCategories, { communityId });
  const categories = items.map(({ department, answerDays, isOpen: _, ...category }) => ({
    ...category,
    departmentId: department.id,
    answerDays: category.name === '其他' ? answerDays + 1 : answerDays,
  }));
  await admin.root.api.call(setRequestCategories, { communityId, categories });
  await press('保存');
  await seen('您改的还在');
  await seen('孩子入学');
  await seen('居民委员会 · 6 个工作日');
  await press('保存');
  await gone('有改动还没保存');
  await seen('孩子入学');
});

test('figures of a month are by category, not made of each other, and can be taken along', async () => {
  const { id } = await requested('想问社保');
  await answered(officer, id, '可以自己交');
  await staff.open(Figures, { communityId });
  await seen('劳动报酬');
  await seen('按时答复');
  await press('下载表格（Excel）');
  await until(() => staff.device.done.find((line) => /^hand over .+\.xlsx$/.test(line)));
  // Those of the demonstration were asked in the last weeks, so some perhaps in the month before.
  await press('上个月');
  await press('上个月');
  await seen('这个月没有诉求');
});
