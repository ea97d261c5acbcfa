import Applications from '../../src/client/members/desk/grid';
import { applyAs, communityOf, decideAsStaff } from './support/community';
import { signedInRider } from './support/rider';
import { all, control, press, seen, until, write } from './support/screen';

const cardOf = (nickname: string) =>
  until(() => all('.card').find((card) => card.textContent.includes(nickname)));
const pressIn = (card: HTMLElement, name: string) =>
  [...card.querySelectorAll<HTMLElement>('.action-button')].find((one) => one.textContent === name)?.click();
const sheetButton = () => until(() => all('.bottom-sheet .action-button')[0]);

test('declined with a reason, applied again, approved with a number', async () => {
  const applicant = await signedInRider('rider');
  await applyAs(applicant);
  const staff = await signedInRider('staff');
  await staff.open(Applications, { communityId: communityOf(staff) });
  await press('等答复');
  pressIn(await cardOf('陈师傅'), '不同意');
  await write('原因（对方会看到）', '换荷风路一带可以吗');
  await until(() => all('.bottom-sheet .action-button--off').length === 0);
  (await sheetButton()).click();
  await seen('换荷风路一带可以吗');

  await applyAs(applicant);
  await staff.open(Applications, { communityId: communityOf(staff) });
  await press('等答复');
  pressIn(await cardOf('陈师傅'), '同意');
  await seen('同意陈师傅当流动网格员？');
  (await sheetButton()).click();
  await until(() => staff.device.done.includes('toast 已同意'));
  await seen('编号 藕塘-');
});

test('somebody else was quicker: said, and shown as it is now', async () => {
  const application = await applyAs(await signedInRider('auditor'));
  const staff = await signedInRider('organiser');
  await staff.open(Applications, { communityId: communityOf(staff) });
  const card = await cardOf('审计老何');
  await decideAsStaff(application, 'decline', '人手够了');
  pressIn(card, '同意');
  (await sheetButton()).click();
  await seen('已为您换成最新的');
});

test('an auditor sees, and decides nothing', async () => {
  const auditor = await signedInRider('auditor');
  await auditor.open(Applications, { communityId: communityOf(auditor) });
  await press('全部');
  await seen('张网格');
  expect(control('同意')).toBeNull();
});
