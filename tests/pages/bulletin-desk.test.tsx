import {
  createBulletin,
  getBulletin,
  getManagedBulletin,
  listManagedBulletins,
  updateBulletin,
} from '../../src/contract/bulletins';
import Edit from '../../src/client/bulletins/desk/edit';
import List from '../../src/client/bulletins/desk/list';
import { editTexts, formatTexts, listTexts, stepTexts } from '../../src/client/bulletins/desk/texts';
import { newKey } from '../../src/client/idempotency-key';
import { outang } from '../support/outang';
import { signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;

async function managed({ root }: Rider, title: string) {
  const { items } = await root.api.call(listManagedBulletins, { communityId, q: title });
  const [found] = items;
  if (!found) throw new Error(`${title} is not there`);
  return root.api.call(getManagedBulletin, { communityId, bulletinId: found.id });
}

/** A draft that is there already. */
const drafted = ({ root }: Rider, title: string) =>
  root.api.call(
    createBulletin,
    {
      ...{ communityId, title, category: 'notice', departmentId: null, source: null, audience: 'everyone' },
      reach: 'community',
      blocks: [{ type: 'paragraph', runs: [{ text: '原来的内容' }] }],
    },
    { key: newKey(Date.now()) },
  );

test('one is written block by block, pasted into, undone, formatted, saved and published', async () => {
  const staff = await signedInRider('staff');
  const title = `停水 ${newKey(Date.now())}`;
  await staff.open(Edit, { communityId });
  await write(editTexts.heading, title);
  await write('1. 正文', '第一行\n• 带身份证\n• 带截图\n第二行');
  await until(() => document.querySelectorAll('.block-editor').length === 3);
  await press('大标题');
  await until(() => document.querySelectorAll('.block-editor').length === 4);
  await press(editTexts.undo);
  await until(() => document.querySelectorAll('.block-editor').length === 3);
  await press(editTexts.of('正文', 1, editTexts.format));
  await write(formatTexts.words, '第一');
  await press(formatTexts.bold);
  await press(formatTexts.apply);
  await until(() => document.querySelector('textarea')?.value === '**第一**行');
  await press(editTexts.preview);
  await until(() => document.querySelector('.bulletin-body__run--bold')?.textContent === '第一');
  await press(editTexts.publish);
  await seen(stepTexts.publishTitle);
  await press(stepTexts.publishNow);
  await until(() => staff.device.done.join().includes('/bulletins/desk/list'));
  const { state, blocks } = await managed(staff, title);
  expect(state).toBe('published');
  expect(blocks).toEqual([
    { type: 'paragraph', runs: [{ text: '第一', bold: true }, { text: '行' }] },
    { type: 'list', isNumbered: false, items: [[{ text: '带身份证' }], [{ text: '带截图' }]] },
    { type: 'paragraph', runs: [{ text: '第二行' }] },
  ]);
});

test('what was written without a connection is there again', async () => {
  const staff = await signedInRider('staff');
  const { id: bulletinId } = await drafted(staff, '先写着');
  const page = await staff.open(Edit, { communityId, bulletinId });
  await until(() => document.querySelector('textarea')?.value === '原来的内容');
  await write('1. 正文', '写到一半');
  staff.device.goOffline();
  await press(editTexts.save);
  await seen('没有网络');
  page.close();
  staff.device.goOnline();
  await staff.open(Edit, { communityId, bulletinId });
  await seen(editTexts.kept);
  await until(() => document.querySelector('textarea')?.value === '写到一半');
  await press(editTexts.dropKept);
  await until(() => document.querySelector('textarea')?.value === '原来的内容');
});

test('of two who change it the second is told which version there is, and loses nothing', async () => {
  const staff = await signedInRider('staff');
  const { id: bulletinId, version } = await drafted(staff, '两人改');
  await staff.open(Edit, { communityId, bulletinId });
  await write(editTexts.heading, '我改的');
  const organiser = await signedInRider('organiser');
  await organiser.root.api.call(updateBulletin, {
    ...{ communityId, bulletinId, version, title: '别人改的', category: 'notice', departmentId: null },
    ...{ source: null, audience: 'everyone', reach: 'community', blocks: [] },
  });
  await press(editTexts.save);
  await seen(editTexts.conflict(2));
  await press(editTexts.keepMine);
  await gone(editTexts.conflict(2));
  await press(editTexts.save);
  await until(() => staff.device.done.join().includes(editTexts.saved));
  expect((await managed(staff, '我改的')).version).toBe(3);
});

test('a wrong link is named at its block, a missing title at its field', async () => {
  const staff = await signedInRider('staff');
  await staff.open(Edit, { communityId });
  await write('1. 正文', '[点这里](javascript:alert)');
  await press(editTexts.save);
  await seen('请写一个标题');
  await write(editTexts.heading, '链接不对');
  await press(editTexts.save);
  await until(() => document.querySelector('.block-editor .field__wrong')?.textContent.includes('https://'));
});

/** A button of the bulletin looked at: chips and rows above it are called something like it. */
async function step(name: string): Promise<void> {
  const button = await until(() =>
    all('.action-button')
      .filter((one) => one.textContent === name)
      .at(-1),
  );
  button.click();
}

test('it is scheduled, taken back to a draft, published, pinned and withdrawn from the list', async () => {
  const staff = await signedInRider('staff');
  const { id } = await drafted(staff, `走一遍 ${newKey(Date.now())}`);
  await staff.open(List, { communityId, id });
  await step(listTexts.publish);
  await press(stepTexts.later);
  await press(stepTexts.schedule);
  await step(listTexts.unschedule);
  await until(() => control(listTexts.unschedule) === null);
  await step(listTexts.publish);
  await press(stepTexts.publishNow);
  await step(listTexts.pin);
  await step(stepTexts.pinIt);
  await until(() => control(listTexts.repin));
  await seen(listTexts.noFigures);
  await step(listTexts.withdraw);
  await write(stepTexts.withdrawReason, '写错了');
  await step(stepTexts.withdrawIt);
  await seen('原因：写错了');
  const guest = staff.root.api.call(getBulletin, { bulletinId: id });
  await expect(guest).rejects.toThrow('bulletin_withdrawn');
});

test('the auditor looks and changes nothing', async () => {
  const staff = await signedInRider('staff');
  const { id } = await drafted(staff, '只能看');
  const auditor = await signedInRider('auditor');
  await auditor.open(List, { communityId, id });
  await seen(listTexts.readOnly);
  expect(all('.bulletin-view__actions .action-button')).toEqual([]);
  expect(control(listTexts.add)).toBeNull();
});
