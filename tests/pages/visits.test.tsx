import { createSignUp } from '../../src/contract/activities';
import { createElder } from '../../src/contract/visits';
import { newKey } from '../../src/client/idempotency-key';
import Elders from '../../src/client/visits/desk/elders';
import { eldersTexts } from '../../src/client/visits/desk/texts';
import Sheet from '../../src/client/visits/rider/sheet';
import { sheetTexts } from '../../src/client/visits/rider/texts';
import { elderFacts } from '../support/elder-facts';
import { outang } from '../support/outang';
import { publishedActivity } from './support/activity';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const keyed = () => ({ key: newKey(Date.now()) });
const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();
const hourMs = 3_600_000;

/** Somebody going to an activity that visits 王奶奶; they go to her unless somebody else does. */
async function going(hours: number, isMine = true): Promise<{ rider: Rider; activityId: string }> {
  const at = (after: number) => new Date(Date.now() + (hours + after) * hourMs).toISOString();
  const times = { startsAt: at(0), endsAt: at(2) };
  const { id: activityId } = await publishedActivity('陪老人说说话', { kind: 'elder_visit', ...times });
  const rider = await newMember();
  await rider.root.api.call(createSignUp, { activityId }, keyed());
  const staff = await signedInRider('staff');
  const volunteerIds = isMine ? [rider.root.sessions.me?.id ?? ''] : [];
  const elder = { ...elderFacts, showsPhone: true, volunteerIds };
  await staff.root.api.call(createElder, { communityId, activityId, ...elder }, keyed());
  return { rider, activityId };
}

test('staff enter somebody to be visited; the list shows no more than a surname', async () => {
  const { activityId } = await going(24 * 9);
  const staff = await signedInRider('staff');
  await staff.open(Elders, { communityId, activityId });
  await seen('王＊＊');
  await press(eldersTexts.add);
  await write(eldersTexts.name, '李国强');
  await write(eldersTexts.called, '李爷爷');
  await write(eldersTexts.address, '藕塘新村 5 幢 102');
  await write(eldersTexts.needs, '门铃坏了，请敲门');
  send();
  await seen('李＊＊');
  await seen(eldersTexts.nobody);
  expect(document.body.textContent).not.toContain('国强');
  await press('李＊＊');
  const kept = () => [...document.querySelectorAll('input')].map(({ value }) => value);
  await until(() => kept().includes('藕塘新村 5 幢 102'));
  await press(eldersTexts.remove);
  await seen(eldersTexts.removeHint);
  await press(eldersTexts.removeConfirm);
  await until(() => all('.link-row').length === 1);
});

test('before the evening before, a volunteer sees neither name nor address but when they will', async () => {
  const { rider, activityId } = await going(24 * 9);
  await rider.open(Sheet, { activityId });
  await seen('王＊＊');
  await seen('18:00 起可以看地址');
  expect(document.body.textContent).not.toContain('藕塘新村');
});

test('then they see whom they go to, and are asked to keep it to themselves', async () => {
  const { rider, activityId } = await going(1);
  await rider.open(Sheet, { activityId });
  await seen(sheetTexts.private);
  await seen('王奶奶');
  await seen('藕塘新村 3 幢 201');
  await seen('055112345678');
  await seen('带一袋米，说话大声些');
  expect(document.body.textContent).not.toContain('儿子在外地');
});

test('whom others go to stays masked', async () => {
  const { rider, activityId } = await going(1, false);
  await rider.open(Sheet, { activityId });
  await seen('王＊＊');
  await seen(sheetTexts.notMine);
  expect(document.body.textContent).not.toContain('藕塘新村');
});

test('who does not go is refused, and without a network there is nothing on the phone', async () => {
  const { rider, activityId } = await going(1);
  const other = await newMember();
  await other.open(Sheet, { activityId });
  await seen('再试一次');
  expect(document.body.textContent).not.toContain('王');
  await rider.open(Sheet, { activityId });
  await seen('王奶奶');
  const later = newRider(rider.device);
  later.device.goOffline();
  await later.open(Sheet, { activityId });
  await seen('再试一次');
  expect(document.body.textContent).not.toContain('王奶奶');
});
