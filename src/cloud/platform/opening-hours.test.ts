import fc from 'fast-check';
import type { OpeningHours, OpeningSpan } from '../../contract/opening-hours';
import { dayMs, localIso, minuteMs } from './local-time';
import { horizonMs, openingAt, timetableOf } from './opening-hours';

const shanghai = 'Asia/Shanghai';
const always = (spans: OpeningSpan[]): OpeningHours => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans })),
  exceptions: [],
});
const daytime = always([{ opens: '08:30', closes: '21:00' }]);

function said(hours: OpeningHours, now: string, timeZone = shanghai) {
  const { isOpen, changesAt } = openingAt(timetableOf(hours, timeZone), Date.parse(now));
  return [isOpen ? 'open' : 'closed', changesAt === null ? null : localIso(timeZone, changesAt)];
}

test.each([
  ['2026-11-23T08:29:59+08:00', 'closed', '2026-11-23T08:30:00+08:00'],
  ['2026-11-23T08:30:00+08:00', 'open', '2026-11-23T21:00:00+08:00'],
  ['2026-11-23T12:59:59.999Z', 'open', '2026-11-23T21:00:00+08:00'],
  ['2026-11-23T21:00:00+08:00', 'closed', '2026-11-24T08:30:00+08:00'],
])('at %s a place open 08:30–21:00 is %s until %s', (now, state, until) => {
  expect(said(daytime, now)).toEqual([state, until]);
});

test('a span over midnight belongs to the day it begins', () => {
  const night: OpeningHours = {
    weekly: [{ weekday: 5, spans: [{ opens: '22:00', closes: '02:00' }] }],
    exceptions: [{ date: '2026-11-28', spans: [], note: '周六休息' }],
  };
  expect(said(night, '2026-11-28T01:59:00+08:00')).toEqual(['open', '2026-11-28T02:00:00+08:00']);
  expect(said(night, '2026-11-28T02:00:00+08:00')).toEqual(['closed', '2026-12-04T22:00:00+08:00']);
});

test('spans that touch are one, across midnight too; open round the clock never changes', () => {
  const touching = always([
    { opens: '06:00', closes: '12:00' },
    { opens: '12:00', closes: '18:00' },
  ]);
  expect(said(touching, '2026-11-23T07:00:00+08:00')).toEqual(['open', '2026-11-23T18:00:00+08:00']);
  expect(said(always([{ opens: '00:00', closes: '24:00' }]), '2026-11-23T07:00:00+08:00')).toEqual([
    'open',
    null,
  ]);
  expect(said(always([{ opens: '07:00', closes: '07:00' }]), '2026-11-23T07:00:00+08:00')).toEqual([
    'open',
    null,
  ]);
});

test('a holiday replaces its whole day', () => {
  const hours: OpeningHours = {
    ...daytime,
    exceptions: [
      { date: '2027-02-06', spans: [], note: '春节' },
      { date: '2027-02-07', spans: [{ opens: '10:00', closes: '15:00' }], note: '春节' },
    ],
  };
  expect(said(hours, '2027-02-05T21:30:00+08:00')).toEqual(['closed', '2027-02-07T10:00:00+08:00']);
});

test('what is further than 14 days is not said', () => {
  const rare: OpeningHours = {
    weekly: [],
    exceptions: [{ date: '2026-12-07', spans: [{ opens: '09:00', closes: '10:00' }], note: '一次' }],
  };
  expect(said(rare, '2026-11-23T08:59:59+08:00')).toEqual(['closed', null]);
  expect(said(rare, '2026-11-23T09:00:00+08:00')).toEqual(['closed', '2026-12-07T09:00:00+08:00']);
});

describe('against a clock watched minute by minute', () => {
  const days = 40;
  const worlds = [
    { timeZone: shanghai, start: '2026-11-20' },
    { timeZone: 'America/New_York', start: '2026-10-20' },
    { timeZone: 'America/New_York', start: '2027-03-01' },
    { timeZone: 'Australia/Lord_Howe', start: '2026-09-20' },
    { timeZone: 'Asia/Kathmandu', start: '2026-12-20' },
  ].map(({ timeZone, start }) => watch(timeZone, Date.parse(start)));

  /** Each minute's wall clock as the platform prints it. */
  function watch(timeZone: string, start: number) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    const labels = Array.from({ length: days * 24 * 60 }, (_, index) =>
      format.format(start + index * minuteMs),
    );
    const first = new Map<string, number>();
    labels.forEach((label, index) => first.has(label) || first.set(label, index));
    return { timeZone, start, labels, first };
  }

  type World = (typeof worlds)[number];

  /** The first minute whose label is this or later. */
  function firstMinute({ labels, first }: World, label: string): number {
    const index = first.get(label) ?? labels.findIndex((known) => known >= label);
    return index === -1 ? labels.length : index;
  }

  const nextDate = (date: string) => new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);

  function openMinutes(world: World, { weekly, exceptions }: OpeningHours): Uint8Array {
    const open = new Uint8Array(world.labels.length);
    for (const date of new Set(world.labels.map((label) => label.slice(0, 10)))) {
      const weekday = new Date(date).getUTCDay() || 7;
      const exception = exceptions.find((entry) => entry.date === date);
      const spans = exception?.spans ?? weekly.find((entry) => entry.weekday === weekday)?.spans ?? [];
      for (const { opens, closes } of spans) {
        const isToday = closes > opens && closes !== '24:00';
        const end = isToday
          ? `${date} ${closes}`
          : `${nextDate(date)} ${closes === '24:00' ? '00:00' : closes}`;
        open.fill(1, firstMinute(world, `${date} ${opens}`), firstMinute(world, end));
      }
    }
    return open;
  }

  const time = fc
    .oneof(
      fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
      fc.integer({ min: 0, max: 1439 }),
    )
    .map((minute) => new Date(minute * minuteMs).toISOString().slice(11, 16));
  const span = fc.record({
    opens: time,
    closes: fc.oneof({ weight: 4, arbitrary: time }, fc.constant('24:00')),
  });
  const spans = fc.array(span, { maxLength: 3 });
  const world = fc.constantFrom(...worlds);
  const cases = world.chain((chosen) =>
    fc.record({
      world: fc.constant(chosen),
      weekly: fc.uniqueArray(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), spans }), {
        selector: ({ weekday }) => weekday,
        maxLength: 7,
      }),
      exceptions: fc.uniqueArray(
        fc.record({
          date: fc
            .integer({ min: 0, max: days - 1 })
            .map((day) => new Date(chosen.start + day * dayMs).toISOString().slice(0, 10)),
          spans,
          note: fc.constant('例外'),
        }),
        { selector: ({ date }) => date, maxLength: 6 },
      ),
      // From the third day, so that the watch saw yesterday begin; up to the last with a horizon ahead.
      second: fc.integer({ min: 3 * 86_400, max: (days - 16) * 86_400 }),
    }),
  );

  test('it says the same', () => {
    fc.assert(
      fc.property(cases, ({ world: chosen, weekly, exceptions, second }) => {
        const hours = { weekly, exceptions };
        const open = openMinutes(chosen, hours);
        const now = chosen.start + second * 1000;
        const minute = Math.floor(second / 60);
        const isOpen = open[minute] === 1;
        const next = open.indexOf(isOpen ? 0 : 1, minute);
        const at = chosen.start + next * minuteMs;
        const changesAt = next === -1 || at > now + horizonMs ? null : at;
        expect(openingAt(timetableOf(hours, chosen.timeZone), now)).toEqual({ isOpen, changesAt });
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
