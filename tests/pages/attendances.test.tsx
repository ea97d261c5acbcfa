import { dayCode } from '../../src/client/attendances/day-code';
import CodePage from '../../src/client/attendances/leader/code';
import List from '../../src/client/attendances/leader/list';
import Today from '../../src/client/attendances/leader/today';
import { codeTexts, listTexts, todayTexts } from '../../src/client/attendances/leader/texts';
import { pausesTexts, rulesTexts } from '../../src/client/attendances/desk/texts';
import Pauses from '../../src/client/attendances/desk/pauses';
import Rules from '../../src/client/attendances/desk/rules';
import Check from '../../src/client/attendances/rider/check';
import { checkTexts } from '../../src/client/attendances/rider/texts';
import { attendanceTexts } from '../../src/client/attendances/texts';
import { openAttendances } from '../../src/client/attendances/store';
import { listMyDays, type MyDay } from '../../src/contract/attendances';
import { markAttendances } from '../../src/contract/attendance-days';
import { newKey } from '../../src/client/idempotency-key';
import { outang } from '../support/outang';
import { newPerson, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, press, seen, until, write } from './support/screen';

const activity = '整理爱心书屋';
let leader: Rider;
let day: MyDay['activity'];

beforeEach(async () => {
  leader = await signedInRider('activity-leader');
  const { items } = await leader.root.api.call(listMyDays, {});
  const found = items.find((one) => one.isLeader && one.activity.title === activity);
  if (!found) throw new Error('Nothing to lead today');
  day = found.activity;
});

const params = () => ({ communityId: day.communityId, id: day.id });

/** What the leader's phone shows now. */
async function shown(kind: 'in' | 'out' = 'in'): Promise<string> {
  const store = leader.root.attendances.opened(openAttendances);
  await store.prepare(day.communityId, day.id);
  const kept = store.codeOf(day.id);
  return kept ? dayCode(kept, kind, Date.now() + kept.aheadMs).text : '';
}

/** As if one rider had neither come nor gone. */
async function forget(account: string): Promise<void> {
  const rider = await signedInRider(account);
  const personId = rider.root.sessions.me?.id ?? '';
  const at = new Date().toISOString();
  const marks = (['out', 'in'] as const).map((kind) => ({ personId, kind, mode: 'clear' as const, at }));
  const ids = { communityId: day.communityId, activityId: day.id };
  await leader.root.api.call(markAttendances, { ...ids, marks }, { key: newKey(Date.now()) });
}

test('what I lead today is ready to be shown, also without a network', async () => {
  await leader.open(Today);
  await seen(activity);
  await seen(todayTexts.ready);
  await press(todayTexts.code);
  expect(leader.device.done.at(-1)).toContain('/attendances/leader/code');
  const again = newRider(leader.device);
  again.device.goOffline();
  await again.open(CodePage, params());
  await seen(codeTexts.lead.in);
  await seen(codeTexts.offline);
  await press(codeTexts.kinds.out);
  await seen(codeTexts.lead.out);
  expect(all('.day-code__digits')[0]?.textContent).toMatch(/^\d{3} \d{3}$/);
});

test('a rider comes and goes by the code; what is refused says what to do', async () => {
  await forget('rider');
  const rider = await signedInRider('rider');
  await rider.open(Check, { q: encodeURIComponent(await shown()) });
  await seen(checkTexts.came);
  await seen(activity);
  const stranger = await newPerson();
  await stranger.open(Check, { q: encodeURIComponent(await shown()) });
  await seen(checkTexts.failures['not_signed_up'] ?? '');
});

test('without a network the scan waits, in sight', async () => {
  await forget('rider-2');
  const rider = await signedInRider('rider-2');
  await rider.open(Check);
  await seen(activity);
  rider.device.goOffline();
  await rider.open(Check, { q: encodeURIComponent(await shown()) });
  await seen(checkTexts.queued);
  await seen(attendanceTexts.queue.title);
  rider.device.goOnline();
  await press(attendanceTexts.queue.send);
  await seen(checkTexts.came);
});

test('six digits that are wrong are told in their sheet, and stay', async () => {
  const rider = await signedInRider('rider-3');
  await rider.open(Check);
  await press(checkTexts.type);
  await write(checkTexts.typeLabel, '12345');
  expect((await until(() => control(checkTexts.submit))).getAttribute('aria-disabled')).toBe('true');
  await write(checkTexts.typeLabel, '123456');
  await until(() => control(checkTexts.submit)?.getAttribute('aria-disabled') !== 'true');
  await press(checkTexts.submit);
  await seen('数字不对或已换新');
});

test('the leader ticks on a list that says who waits to be sent', async () => {
  await forget('rider-3');
  await leader.open(List, params());
  await seen('李大姐');
  leader.device.goOffline();
  await press(listTexts.tick('李大姐', 'in'));
  await seen(listTexts.waiting);
  await seen(attendanceTexts.queue.title);
  leader.device.goOnline();
  await press(attendanceTexts.queue.send);
  await until(() => all('.queue-card').length === 0);
  const ticked = await until(() => control(listTexts.tick('李大姐', 'in')));
  expect(ticked.getAttribute('aria-checked')).toBe('true');
});

test('people without the app are counted, walk-ins let in', async () => {
  await leader.open(List, params());
  await seen(listTexts.tally);
  await press(listTexts.moreOne);
  await seen(listTexts.walkIns(1));
  await press(listTexts.less);
  await until(() => all('.day-tally__count')[0]?.textContent === '0');
});

test('the organiser says when signing up is paused', async () => {
  const organiser = await signedInRider('organiser');
  await organiser.open(Rules, { communityId: outang.id });
  await seen(rulesTexts.said(3, 180, 30));
  await write(rulesTexts.pauseDays, '0');
  await seen(rulesTexts.wrong);
  await write(rulesTexts.pauseDays, '30');
  await press(rulesTexts.save);
  await until(() => organiser.device.done.some((done) => done.includes(rulesTexts.saved)));
});

test('whose signing up is paused, until when and why; one that counts no more ends it', async () => {
  const auditor = await signedInRider('auditor');
  await auditor.open(Pauses, { communityId: outang.id });
  await seen('阿琳');
  expect(control(pausesTexts.forgiveOf('阿琳', '清理河道两岸垃圾'))).toBeNull();
  const staff = await signedInRider('staff');
  await staff.open(Pauses, { communityId: outang.id });
  await seen('阿琳');
  await press(pausesTexts.forgiveOf('阿琳', '清理河道两岸垃圾'));
  await seen(pausesTexts.forgiveHint);
  await write(pausesTexts.reason, '当天家里有急事');
  staff.device.goOffline();
  const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();
  send();
  await until(() => all('.bottom-sheet .notice').length === 1);
  staff.device.goOnline();
  send();
  await until(() => staff.device.done.some((done) => done.includes(pausesTexts.resumed('阿琳'))));
  await seen(pausesTexts.empty);
});

test('without a network the list is not shown: nothing of it is kept', async () => {
  const staff = await signedInRider('staff');
  staff.device.goOffline();
  await staff.open(Pauses, { communityId: outang.id });
  await seen('再试一次');
});
