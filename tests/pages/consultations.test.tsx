import { listConsultationHours } from '../../src/contract/consultation-desk';
import {
  createConsultation,
  listConsultationOffers,
  listConsultationSlots,
  type Consultation,
} from '../../src/contract/consultations';
import { newKey } from '../../src/client/idempotency-key';
import Day from '../../src/client/consultations/desk/day';
import Hours from '../../src/client/consultations/desk/hours';
import { dayTexts, hoursTexts } from '../../src/client/consultations/desk/texts';
import Book from '../../src/client/consultations/rider/book';
import Detail from '../../src/client/consultations/rider/detail';
import Mine from '../../src/client/consultations/rider/mine';
import { bookTexts, detailTexts, mineTexts } from '../../src/client/consultations/rider/texts';
import { outang } from '../support/outang';
import { newMember, newRider, signedInRider, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

const communityId = outang.id;
const send = () => all('.bottom-sheet .action-button--primary')[0]?.click();

async function member(): Promise<Rider> {
  const rider = await newMember();
  await rider.root.communities.load();
  return rider;
}

/** One that is free, without a page. */
async function booked(rider: Rider, note: string): Promise<Consultation> {
  const { api } = rider.root;
  const { items } = await api.call(listConsultationOffers, { communityId });
  const [offer] = items;
  if (!offer) throw new Error('Nobody can be consulted');
  const day = offer.days[0]?.day ?? '';
  const departmentId = offer.department.id;
  const [slot] = (await api.call(listConsultationSlots, { communityId, departmentId, day })).items;
  const input = { communityId, slotId: slot?.id ?? '', note, requestId: null };
  return api.call(createConsultation, input, { key: newKey(Date.now()) });
}

test('an officer sets hours; those that are there already are said to be in the way', async () => {
  const officer = await signedInRider('department-officer');
  await officer.open(Hours, { communityId });
  await seen('14:00–16:30');
  await press(hoursTexts.add);
  await write(hoursTexts.place, '一楼咨询室');
  send();
  await seen('和每周同一天 14:00–16:30 的时段重叠');
  await press('周二');
  await press('周六');
  send();
  await seen('周六 14:00–16:00');
  await seen('一楼咨询室');
  const { items } = await officer.root.api.call(listConsultationHours, { communityId });
  expect(items.filter(({ weekdays }) => weekdays.includes(6))).toHaveLength(1);
});

test('hours that end are asked about first, with how many appointments go with them', async () => {
  const officer = await signedInRider('department-officer');
  const weekly = async () => (await officer.root.api.call(listConsultationHours, { communityId })).items;
  await officer.open(Hours, { communityId });
  await press('周六 14:00–16:00');
  await press(hoursTexts.end);
  await seen(hoursTexts.endHint);
  expect((await weekly()).some(({ weekdays }) => weekdays.includes(6))).toBe(true);
  send();
  await gone('周六 14:00–16:00');
  await booked(await member(), '欠了工资');
  await officer.open(Hours, { communityId });
  const busy = (await weekly()).find(({ booked }) => booked > 0);
  if (!busy) throw new Error('Nobody has an appointment');
  await press(hoursTexts.booked(busy.booked));
  await press(hoursTexts.end);
  await seen(hoursTexts.endBooked(busy.booked));
  expect((await weekly()).some(({ id }) => id === busy.id)).toBe(true);
});

test('a rider chooses a day and a time, writes what it is about, sees it and gives it back', async () => {
  const rider = await member();
  await rider.open(Book);
  await seen(bookTexts.choose);
  (await until(() => all('.book__slot')[0])).click();
  await write(bookTexts.note, '加班费没有发');
  await press('约 ');
  const moved = await until(() => rider.device.done.find((line) => line.startsWith('replace')));
  const id = /detail\?id=(.+)$/.exec(moved)?.[1] ?? '';
  await rider.open(Detail, { id });
  await seen('已约好');
  await seen('加班费没有发');
  await press(detailTexts.cancel);
  await seen(detailTexts.cancelTitle);
  send();
  await seen(detailTexts.byYou);
  await until(() => control(detailTexts.again));
  await rider.open(Mine);
  await seen(mineTexts.empty.ahead.title);
  await press(mineTexts.over);
  await seen('已取消');
});

test('what somebody else took meanwhile is said, and what was written stays', async () => {
  const rider = await member();
  await rider.open(Book);
  (await until(() => all('.book__slot')[0])).click();
  await write(bookTexts.note, '想问工伤的事');
  await booked(await member(), '更快的一位');
  await press('约 ');
  await seen('这个时段刚被约走了');
  await until(() => !document.querySelector('textarea'));
  (await until(() => all('.book__slot')[0])).click();
  await until(() => document.querySelector<HTMLTextAreaElement>('textarea')?.value === '想问工伤的事');
});

test('an officer sees who comes and why, and calls it off with a reason that the rider reads', async () => {
  const rider = await member();
  const { id, startsAt } = await booked(rider, '站点欠了两个月工资');
  const officer = await signedInRider('department-officer');
  await officer.open(Day, { communityId, day: startsAt.slice(0, 10) });
  const card = await until(() => all('.slot-card').find((one) => one.textContent.includes('站点欠了')));
  (await until(() => all('[role="button"]').find((one) => card.contains(one)))).click();
  await press('临时有会');
  send();
  await gone('站点欠了两个月工资');
  await seen(dayTexts.closed);
  await rider.open(Detail, { id });
  await seen(detailTexts.byOfficer);
  await seen('临时有会');
});

test('what has begun is said to have been held', async () => {
  const officer = await signedInRider('department-officer');
  await officer.open(Day, { communityId });
  const [begun] = await until(() => {
    const cards = all('.slot-card').filter((one) => one.textContent.includes('工伤该找谁认定'));
    return cards.length > 0 && cards;
  });
  expect(begun?.textContent).toContain('小王骑手');
  await press(dayTexts.held);
  await seen(dayTexts.settleHint);
  send();
  await until(() => !control(dayTexts.held));
  expect(officer.device.done).toContain(`toast ${dayTexts.settled}`);
  const kept = all('.slot-card').find((one) => one.textContent.includes('工伤该找谁认定'));
  expect(kept?.textContent).toContain('谈过了');
});

test('staff see when somebody comes, not who or why', async () => {
  const { startsAt } = await booked(await member(), '只给工会看的话');
  const staff = await signedInRider('staff');
  await staff.open(Day, { communityId, day: startsAt.slice(0, 10) });
  await press('工会小徐');
  await seen(dayTexts.hidden);
  expect(document.body.textContent).not.toContain('只给工会看的话');
});

test('who is not signed in is asked to', async () => {
  await newRider().open(Book);
  await seen('请先登录');
});
