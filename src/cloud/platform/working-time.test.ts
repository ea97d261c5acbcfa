import fc from 'fast-check';
import type { TimeAmount } from '../../contract/deadlines';
import { dayMs, instantOf, localDay, localIso } from './local-time';
import { addWorkingTime, afterTimeLeft, timeLeft, workingCalendar, workingTimeBetween } from './working-time';

const timeZone = 'Asia/Shanghai';
const calendar = workingCalendar({ timeZone });
const at = (local: string) => new Date(`${local}+08:00`);
const added = (from: string, unit: TimeAmount['unit'], amount: number, to = calendar) =>
  localIso(timeZone, addWorkingTime(at(from), { unit, amount }, to).getTime()).slice(0, 16);

test.each([
  ['within a day', '2026-11-23T09:30', 'workingHours', 4, '2026-11-23T13:30'],
  ['to the minute of closing', '2026-11-23T09:00', 'workingDays', 1, '2026-11-23T17:30'],
  ['over a night', '2026-11-23T15:00', 'workingDays', 1, '2026-11-24T15:00'],
  ['over a weekend', '2026-11-20T15:00', 'workingDays', 2, '2026-11-24T15:00'],
  ['from a weekend', '2026-11-21T12:00', 'workingDays', 1, '2026-11-23T17:30'],
  ['from before the morning', '2026-11-23T03:00', 'workingHours', 1, '2026-11-23T10:00'],
  ['from after the evening', '2026-11-23T20:00', 'workingHours', 1, '2026-11-24T10:00'],
  ['over 国庆 2026', '2026-09-30T17:00', 'workingHours', 1, '2026-10-08T09:30'],
  ['over a Saturday on which people work', '2026-10-09T17:00', 'workingDays', 1, '2026-10-10T17:00'],
  ['over a Sunday on which people work', '2026-09-18T17:00', 'workingDays', 1, '2026-09-20T17:00'],
  ['over 春节 2026', '2026-02-14T17:00', 'workingHours', 1, '2026-02-24T09:30'],
  ['by the clock', '2026-10-01T17:00', 'hours', 24, '2026-10-02T17:00'],
  ['by days', '2026-10-01T17:00', 'days', 3, '2026-10-04T17:00'],
] as const)('%s', (_what, from, unit, amount, to) => expect(added(from, unit, amount)).toBe(to));

test('on 春节 2027 nobody works, announced or not', () => {
  const days = ['05', '06', '07', '08'].map((day) => Date.parse(`2027-02-${day}`) / dayMs);
  expect(days.map((day) => calendar.isWorkingDay(day))).toEqual([false, false, false, false]);
});

test('a community has hours of its own, and days', () => {
  const exceptions = new Map([
    ['2026-11-24', false],
    ['2026-11-28', true],
  ]);
  const own = workingCalendar({ timeZone, hours: { opens: '08:30', closes: '12:00' }, exceptions });
  expect(added('2026-11-23T11:30', 'workingHours', 1, own)).toBe('2026-11-25T09:00');
  expect(added('2026-11-27T11:30', 'workingHours', 1, own)).toBe('2026-11-28T09:00');
  expect(added('2026-11-27T08:30', 'workingDays', 2, own)).toBe('2026-11-28T12:00');
});

const instants = fc.date({
  min: new Date('2024-01-01'),
  max: new Date('2029-12-31'),
  noInvalidDate: true,
});
const workingAmounts = fc.record({
  unit: fc.constantFrom('workingHours' as const, 'workingDays' as const),
  amount: fc.integer({ min: 0, max: 40 }),
});
const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Europe/Berlin');
const calendars = fc
  .record({
    timeZone: zones,
    days: fc.array(fc.tuple(fc.integer({ min: 19_700, max: 22_000 }), fc.boolean()), { maxLength: 20 }),
  })
  .map(({ timeZone: zone, days }) =>
    workingCalendar({
      timeZone: zone,
      exceptions: new Map(
        days.map(([day, isOpen]) => [new Date(day * dayMs).toISOString().slice(0, 10), isOpen]),
      ),
    }),
  );
const hourMs = 3_600_000;
const sizeOf = ({ unit, amount }: TimeAmount) => amount * (unit === 'workingDays' ? 8.5 : 1) * hourMs;

test('what was added lies between', () => {
  fc.assert(
    fc.property(instants, workingAmounts, calendars, (from, amount, own) => {
      const to = addWorkingTime(from, amount, own);
      expect(workingTimeBetween(from, to, own)).toBe(sizeOf(amount));
    }),
  );
});

test('later and more never end earlier', () => {
  fc.assert(
    fc.property(instants, instants, workingAmounts, calendars, (a, b, amount, own) => {
      const [early, late] = a < b ? [a, b] : [b, a];
      const end = addWorkingTime(early, amount, own);
      const longer = addWorkingTime(early, { ...amount, amount: amount.amount + 1 }, own);
      expect(addWorkingTime(late, amount, own).getTime()).toBeGreaterThanOrEqual(end.getTime());
      expect(longer.getTime()).toBeGreaterThan(end.getTime());
    }),
  );
});

test('it ends in working time, and no day off counts', () => {
  fc.assert(
    fc.property(instants, workingAmounts, calendars, (from, amount, own) => {
      fc.pre(amount.amount > 0);
      const to = addWorkingTime(from, amount, own).getTime();
      expect(own.isWorkingDay(localDay(own.timeZone, to))).toBe(true);
      for (let day = localDay(own.timeZone, from.getTime()); day * dayMs < to; day += 1) {
        if (own.isWorkingDay(day)) continue;
        const [begins, ends] = [day, day + 1].map((one) => new Date(instantOf(own.timeZone, one * dayMs)));
        expect(workingTimeBetween(begins ?? from, ends ?? from, own)).toBe(0);
      }
    }),
    { numRuns: 50 },
  );
});

test('a clock stopped on the way has left what was not used', () => {
  const amounts = fc.record({
    unit: fc.constantFrom('hours' as const, 'days' as const, 'workingHours' as const, 'workingDays' as const),
    amount: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(
      instants,
      amounts,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      calendars,
      (from, amount, part, own) => {
        const due = addWorkingTime(from, amount, own);
        const stop = new Date(from.getTime() + Math.floor((due.getTime() - from.getTime()) * part));
        const { unit } = amount;
        const left = timeLeft(unit, stop, due, own);
        expect(timeLeft(unit, from, stop, own) + left).toBe(timeLeft(unit, from, due, own));
        expect(afterTimeLeft(unit, stop, left, own)).toEqual(due);
      },
    ),
  );
});
