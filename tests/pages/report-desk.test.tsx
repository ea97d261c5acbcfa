import { assignReport } from '../../src/contract/report-moves';
import { getCase, listAssignees } from '../../src/contract/report-cases';
import CasePage from '../../src/client/reports/desk/case';
import Templates from '../../src/client/reports/desk/templates';
import Triage from '../../src/client/reports/desk/triage';
import Days from '../../src/client/working-days/desk/days';
import { newKey } from '../../src/client/idempotency-key';
import { outang } from '../support/outang';
import { reported } from './support/report';
import { signedInRider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;

/** The button of the sheet, once all is filled in. */
async function confirm(name: string): Promise<void> {
  const button = await until(() =>
    all('.bottom-sheet [role="button"]').find(
      (one) => one.textContent === name && one.getAttribute('aria-disabled') === 'false',
    ),
  );
  button.click();
}

const assigneesOf = async () => {
  const { root } = await signedInRider('organiser');
  return { root, ...(await root.api.call(listAssignees, { communityId })) };
};

test('what was reported is found, chosen and handed out together; it says how each went', async () => {
  const row = await reported('北门路灯不亮了');
  const { departments } = await assigneesOf();
  const staff = await signedInRider('staff');
  await staff.open(Triage, { communityId });
  await write('找上报', String(row.number));
  await press('查找');
  await until(() => all('.case-line').length === 1 && all('.case-line')[0]?.textContent.includes('北门路灯'));
  await press(`选择 ${row.number} 号`);
  await seen('已选 1 条');
  await press('分派');
  await press(departments[0]?.name ?? '');
  await confirm('确定');
  await seen('1 条都处理好了');
  await seen('待接单');
  expect(staff.device.done.some((line) => line.includes(`search=${row.number}`))).toBe(true);
});

test('somebody else was quicker: it is said who, and nothing written is lost', async () => {
  const row = await reported('西门台阶松了');
  const organiser = await assigneesOf();
  const staff = await signedInRider('staff');
  await staff.open(CasePage, { communityId, reportId: row.id });
  await seen('西门台阶松了');
  await press('更多处理');
  await press('不受理');
  await write('原因（上报人会看到）', '照片看不清');
  const ids = { communityId, reportId: row.id };
  const { version } = await organiser.root.api.call(getCase, ids);
  const assignee = { kind: 'department' as const, id: organiser.departments[0]?.id ?? '' };
  await organiser.root.api.call(assignReport, { ...ids, version, assignee }, { key: newKey(Date.now()) });
  await confirm('不受理');
  await seen('别人刚刚处理了这一条');
  await seen('分派');
  const field = all('textarea')[0] as HTMLTextAreaElement;
  expect(field.value).toBe('照片看不清');
});

test('an auditor reads, and is offered nothing to do', async () => {
  const row = await reported('南门积水');
  const auditor = await signedInRider('auditor');
  await auditor.open(CasePage, { communityId, reportId: row.id });
  await seen('您可以查看，不能处理');
  expect(control('分派')).toBeNull();
});

test('a reply is kept, offered where it is used, and taken out again', async () => {
  const row = await reported('东门垃圾桶倒了');
  const staff = await signedInRider('staff');
  await staff.open(Templates, { communityId });
  await write('名称', '看不清');
  await write('回复内容', '照片看不清，请补一张');
  await press('保存');
  await until(() => staff.device.done.includes('toast 已保存'));
  await staff.open(CasePage, { communityId, reportId: row.id });
  await press('更多处理');
  await press('不受理');
  await press('看不清');
  await until(() => (all('textarea')[0] as HTMLTextAreaElement).value === '照片看不清，请补一张');
  await press('取消');
  await staff.open(Templates, { communityId });
  await press('删掉“看不清”');
  await confirm('删掉');
  await gone('照片看不清，请补一张');
});

test('a day is made free by the community, and given back', async () => {
  const organiser = await signedInRider('organiser');
  await organiser.open(Days, { communityId });
  const label = '休息';
  await until(() => all('.days__day').length >= 28);
  const day = all('.days__day').find((one) => !(one.getAttribute('aria-label') ?? '').includes(label));
  day?.click();
  await write('备注（选填）', '社区搬家');
  await confirm('保存');
  await seen('社区搬家');
  const changed = await until(() =>
    all('.days__day').find((one) => one.getAttribute('aria-label')?.includes('社区搬家')),
  );
  expect(changed.getAttribute('aria-label')).toContain(label);
  changed.click();
  await confirm('恢复成统一安排');
  await gone('社区搬家');
});
