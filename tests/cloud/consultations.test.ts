import { Value } from 'typebox/value';
import { getConsultationDaySchemas } from '../../src/contract/consultation-desk.schema';
import {
  createConsultationSchemas,
  listConsultationOffersSchemas,
} from '../../src/contract/consultations.schema';
import { statement } from '../../src/cloud/platform/database';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { consultingIn } from '../support/consulting';
import { makeOfficer, type MadeOfficer } from '../support/made-consultation';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';

let cloud: TestCloud;
let staff: MadePerson;
const consulting = consultingIn(() => cloud);
const here = { communityId: outang.id };
const tuesday = '2026-11-24';
const makeRider = () => makePerson(cloud, [{ ...here, roles: ['rider'] }]);

let officer: MadeOfficer;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await makePerson(cloud, [{ ...here, roles: ['staff'] }]);
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script(`update recurring_jobs set due_at = '2026-11-01'`);
  officer = await makeOfficer(cloud, here);
  rider = await makeRider();
});
afterAll(() => cloud.close());

const told = statement<{ title: string; text: string; link: string }>(
  'test_consultation_notices',
  `select title, text, link from notices where person_id = $1 and kind = 'consultation' order by id`,
);
const toldTo = (personId: string) => cloud.database.rows(told, [personId]);
const titlesOf = async (personId: string) => (await toldTo(personId)).map(({ title }) => title);
const audited = statement<{ action: string; details: string }>(
  'test_consultation_audit',
  'select action, details from audit_entries where community_id = $1 order by number desc limit 1',
);
const timesOf = (slots: readonly { startsAt: string }[]) =>
  slots.map(({ startsAt }) => startsAt.slice(11, 16));

/** An officer with two appointments on Tuesdays, and the first of tomorrow's. */
async function offered() {
  const hours = await consulting.addHours(officer, officer);
  const slots = await consulting.slotsOn(rider, officer, tuesday);
  return { hours, slots, first: slots[0]?.id, second: slots[1]?.id };
}

test('an officer says when, and people see what is free', async () => {
  const { hours, slots } = await offered();
  expect(hours).toMatchObject({ opens: '09:00', booked: 0, version: 1 });
  expect(timesOf(slots)).toEqual(['09:00', '09:30']);
  expect(slots[0]).toMatchObject({ officerName: '小徐', way: 'in_person', place: '党群服务中心一楼' });
  const offers = await consulting.offers(rider);
  expect(Value.Check(listConsultationOffersSchemas.answer, offers)).toBe(true);
  const offer = offers.items?.find(({ department }) => department.id === officer.departmentId);
  expect(offer?.days.map(({ day }) => day)).toEqual([tuesday, '2026-12-01', '2026-12-08', '2026-12-15']);
  expect(offers.left).toBe(2);
});

test('who takes one has it, the officer reads why; staff sees that somebody comes, nobody else gets it', async () => {
  const { first } = await offered();
  const booked = await consulting.book(rider, first, { note: ' 想问问加班费 ' });
  expect(Value.Check(createConsultationSchemas.answer, booked)).toBe(true);
  expect(booked).toMatchObject({ state: 'booked', note: '想问问加班费', can: { cancel: true } });
  expect(await consulting.book(await makeRider(), first)).toMatchObject({ status: 409, code: 'slot_taken' });
  const own = await consulting.day(officer, tuesday);
  expect(Value.Check(getConsultationDaySchemas.answer, own)).toBe(true);
  const seen = own.slots?.[0]?.consultation;
  expect(seen).toMatchObject({
    note: '想问问加班费',
    person: { personId: rider.id },
    can: { callOff: true },
  });
  expect(await cloud.database.row(audited, [outang.id])).toMatchObject({ action: 'consultations_listed' });
  const theirs = (await consulting.day(staff, tuesday, officer.officerId)).slots?.[0];
  expect(theirs).toMatchObject({ state: 'taken', consultation: { note: null, person: null } });
  const other = await makeOfficer(cloud, here);
  expect(await consulting.day(other, tuesday, officer.officerId)).toMatchObject({ code: 'not_found' });
  expect(await consulting.see(await makeRider(), booked.id)).toMatchObject({ code: 'not_found' });
  expect(await titlesOf(officer.officerId)).toEqual(['有人约了您的咨询']);
  expect((await toldTo(officer.officerId))[0]?.text).not.toContain('加班费');
});

test('two at most, none at once with another, none of one’s own', async () => {
  const { first, second, slots } = await offered();
  const neighbour = await makeOfficer(cloud, here);
  await consulting.addHours(neighbour, neighbour, { opens: '09:10', closes: '09:40' });
  const [clashing] = await consulting.slotsOn(rider, neighbour, tuesday);
  await consulting.book(rider, first);
  expect(await consulting.book(rider, clashing?.id)).toMatchObject({
    code: 'consultation_overlap',
    detail: '您约了 11 月 24 日周二 09:00 的咨询，时间重叠了',
  });
  await consulting.book(rider, second);
  const [later] = await consulting.slotsOn(rider, officer, '2026-12-01');
  expect(await consulting.book(rider, later?.id)).toMatchObject({ code: 'too_many_consultations' });
  expect(await consulting.slotsOn(officer, officer, '2026-12-01')).toEqual([]);
  expect(await consulting.book(officer, later?.id)).toMatchObject({ code: 'slot_gone' });
  expect(slots).toHaveLength(2);
});

test('the same key takes it once; what has begun is gone', async () => {
  const { first, second } = await offered();
  const key = 'the-key-of-one-booking';
  const once = await consulting.book(rider, first, { key });
  expect(await consulting.book(rider, first, { key })).toEqual(once);
  cloud.clock.set('2026-11-24T09:30:00+08:00');
  expect(await consulting.book(await makeRider(), second)).toMatchObject({ code: 'slot_gone' });
});

test('given back it is free again, until it begins', async () => {
  const { first } = await offered();
  const booked = await consulting.book(rider, first);
  const cancelled = await consulting.cancel(rider, booked);
  expect(cancelled).toMatchObject({ state: 'cancelled', cancelledBy: 'rider', can: { cancel: false } });
  expect(await titlesOf(officer.officerId)).toEqual(['有人约了您的咨询', '有人取消了咨询预约']);
  expect(await consulting.cancel(rider, cancelled)).toMatchObject({
    code: 'consultation_over',
    current: { state: 'cancelled' },
  });
  const again = await consulting.book(rider, first);
  cloud.clock.set('2026-11-24T09:00:00+08:00');
  expect(await consulting.cancel(rider, again)).toMatchObject({ code: 'consultation_begun' });
  expect((await consulting.mine(rider)).items?.map(({ state }) => state)).toEqual(['booked', 'cancelled']);
  expect((await consulting.mine(rider, '?isOpen=true')).items).toHaveLength(1);
});

test('called off by the officer it is told why, and nobody else gets that time', async () => {
  const { first } = await offered();
  await consulting.book(rider, first);
  const [slot] = (await consulting.day(officer, tuesday)).slots ?? [];
  const off = await consulting.callOff(officer, slot?.consultation ?? {}, '要去开会');
  expect(off).toMatchObject({ state: 'cancelled', reason: '要去开会' });
  const [notice] = await toldTo(rider.id);
  expect(notice).toMatchObject({ title: '咨询预约取消了' });
  expect(notice?.text).toContain('要去开会');
  expect(timesOf(await consulting.slotsOn(rider, officer, tuesday))).toEqual(['09:30']);
  expect((await consulting.day(officer, tuesday)).slots?.[0]).toMatchObject({ state: 'closed' });
});

test('afterwards the officer says what came of it, not before, and nobody in their stead', async () => {
  const { first } = await offered();
  await consulting.book(rider, first);
  const [slot] = (await consulting.day(officer, tuesday)).slots ?? [];
  const one = slot?.consultation ?? {};
  expect(await consulting.settle(officer, one, 'held')).toMatchObject({ code: 'consultation_not_begun' });
  cloud.clock.set('2026-11-24T09:20:00+08:00');
  expect(await consulting.settle(staff, one, 'held')).toMatchObject({ code: 'forbidden' });
  expect(await consulting.settle(officer, one, 'missed')).toMatchObject({ state: 'missed' });
  expect(await consulting.settle(officer, one, 'held')).toMatchObject({ code: 'consultation_over' });
});

test('hours that are booked are not changed in silence: named, then called off and told', async () => {
  const { hours, first, second } = await offered();
  await consulting.book(rider, first);
  await consulting.book(await makeRider(), second);
  const later = { opens: '09:30', closes: '11:00' };
  const refused = await consulting.changeHours(officer, hours, later);
  expect(refused).toMatchObject({ code: 'hours_booked' });
  expect(refused.detail).toContain('11 月 24 日周二 09:00');
  expect(refused.detail).not.toContain('09:30');
  expect(await consulting.slotsOn(rider, officer, tuesday)).toEqual([]);
  const changed = await consulting.changeHours(officer, hours, {
    ...later,
    callOff: { reason: '改到九点半' },
  });
  expect(changed).toMatchObject({ opens: '09:30', booked: 1, version: 2 });
  expect(await titlesOf(rider.id)).toEqual(['咨询预约取消了']);
  expect(timesOf(await consulting.slotsOn(rider, officer, tuesday))).toEqual(['10:00', '10:30']);
  expect(await consulting.changeHours(officer, hours, later)).toMatchObject({ code: 'conflict' });
  const moved = await consulting.changeHours(officer, changed, { ...later, place: '二楼调解室' });
  expect(moved.version).toBe(3);
  expect(await titlesOf(rider.id)).toEqual(['咨询预约取消了']);
  const ended = await consulting.endHours(officer, moved);
  expect(ended).toMatchObject({ code: 'hours_booked' });
  const gone = await consulting.endHours(officer, moved, { callOff: { reason: '不再接待' } });
  expect(gone.items).toEqual([]);
});

test('who has one is told where it is now', async () => {
  const { hours, first } = await offered();
  const { id } = await consulting.book(rider, first);
  await consulting.changeHours(officer, hours, { place: '二楼调解室' });
  expect(await titlesOf(rider.id)).toEqual(['咨询的方式或地点变了']);
  expect(await consulting.see(rider, id)).toMatchObject({ place: '二楼调解室', state: 'booked' });
});

test('a day off is as good as its word, and can be taken back', async () => {
  const { first } = await offered();
  const { officerId } = officer;
  await consulting.book(rider, first);
  expect(await consulting.takeOff(officer, officerId, tuesday)).toMatchObject({ code: 'hours_booked' });
  const off = await consulting.takeOff(officer, officerId, tuesday, {
    note: '培训',
    callOff: { reason: '培训' },
  });
  expect(off.daysOff).toEqual([{ officerId, day: tuesday, note: '培训' }]);
  expect(await titlesOf(rider.id)).toEqual(['咨询预约取消了']);
  expect(await consulting.slotsOn(rider, officer, tuesday)).toEqual([]);
  cloud.clock.advance({ hours: 2 });
  await cloud.jobs.drain();
  expect(await consulting.slotsOn(rider, officer, tuesday)).toEqual([]);
  expect((await consulting.comeBack(officer, officerId, tuesday)).daysOff).toEqual([]);
  expect(timesOf(await consulting.slotsOn(rider, officer, tuesday))).toEqual(['09:00', '09:30']);
});

test('hours that make no sense, overlap or are somebody else’s are refused', async () => {
  await offered();
  const add = (rest: object) => consulting.addHours(officer, officer, rest);
  expect(await add({ opens: '10:00', closes: '09:00' })).toMatchObject({
    fields: { closes: '结束时间要晚于开始时间' },
  });
  expect(await add({ opens: '14:00', closes: '14:20' })).toMatchObject({
    fields: { slotMinutes: '这段时间放不下一个预约' },
  });
  expect(await add({ opens: '14:00', closes: '15:00', place: null })).toMatchObject({
    fields: { place: '请填写见面的地方' },
  });
  expect(await add({ opens: '09:30', closes: '11:00' })).toMatchObject({
    code: 'hours_overlap',
    detail: '和每周同一天 09:00–10:00 的时段重叠',
  });
  const other = await makeOfficer(cloud, here);
  expect(await consulting.addHours(other, officer)).toMatchObject({ code: 'not_found' });
  expect(await consulting.addHours(staff, other)).toMatchObject({ opens: '09:00' });
  const wrong = { ...other, departmentId: officer.departmentId };
  expect(await consulting.addHours(staff, wrong)).toMatchObject({ code: 'invalid_input' });
  expect((await consulting.hours(officer)).items).toHaveLength(1);
  expect((await consulting.hours(staff)).officers?.length).toBeGreaterThan(1);
});

test('who is no officer any more can not be consulted', async () => {
  const { first } = await offered();
  await cloud.database.script(
    `update memberships set roles = '{rider}' where person_id = '${officer.officerId}'`,
  );
  expect(await consulting.slotsOn(rider, officer, tuesday)).toEqual([]);
  expect(await consulting.book(rider, first)).toMatchObject({ code: 'slot_gone' });
});

test('the day before at six and an hour before one is reminded, once', async () => {
  const { first } = await offered();
  await consulting.book(rider, first);
  await cloud.jobs.drain();
  expect(await titlesOf(rider.id)).toEqual([]);
  cloud.clock.set('2026-11-23T18:00:00+08:00');
  await cloud.jobs.drain();
  expect(await titlesOf(rider.id)).toEqual(['明天有咨询预约']);
  cloud.clock.set('2026-11-24T08:00:00+08:00');
  await cloud.jobs.drain();
  cloud.clock.set('2026-11-24T08:05:00+08:00');
  await cloud.jobs.drain();
  const notices = await toldTo(rider.id);
  expect(notices.map(({ title }) => title)).toEqual(['明天有咨询预约', '咨询快开始了']);
  expect(notices[1]?.text).toContain('面谈，党群服务中心一楼');
});

test('nobody is reminded of what was cancelled, nor twice at once after a standstill', async () => {
  const { first, second } = await offered();
  await consulting.cancel(rider, await consulting.book(rider, first));
  const other = await makeRider();
  await consulting.book(other, second);
  cloud.clock.set('2026-11-24T08:45:00+08:00');
  await cloud.jobs.drain();
  expect(await titlesOf(rider.id)).toEqual([]);
  expect(await titlesOf(other.id)).toEqual(['咨询快开始了']);
});

test('every day brings the appointments of one more', async () => {
  await offered();
  cloud.clock.set('2026-11-25T09:00:00+08:00');
  await cloud.jobs.drain();
  expect(timesOf(await consulting.slotsOn(rider, officer, '2026-12-22'))).toEqual(['09:00', '09:30']);
});
