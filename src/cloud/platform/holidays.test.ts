import { isYearArranged, missingYears, specialDaysOf } from './holidays';

const holidays = (year: number, name: string) =>
  [...specialDaysOf(year)].filter(([, day]) => day.name === name && !day.isWorking).map(([date]) => date);

test('2026 is as it was announced', () => {
  expect(isYearArranged(2026)).toBe(true);
  expect(holidays(2026, '国庆节')).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`));
  expect([holidays(2026, '春节')[0], holidays(2026, '春节').at(-1)]).toEqual(['2026-02-15', '2026-02-23']);
  const worked = [...specialDaysOf(2026)].filter(([, day]) => day.isWorking).map(([date]) => date);
  const expected = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
  expect(worked).toEqual(expected);
});

test('a year that nobody has announced yet has the thirteen days of the law', () => {
  const far = specialDaysOf(2038);
  expect(isYearArranged(2038)).toBe(false);
  expect([...far.values()].some(({ isWorking }) => isWorking)).toBe(false);
  // The calendar says so: 初一 on 2038-02-04, 清明 on 04-05, 端午 on 06-07, 中秋 on 09-13.
  expect([...far.keys()].sort()).toEqual(
    [
      '01-01',
      '02-03',
      '02-04',
      '02-05',
      '02-06',
      '04-05',
      '05-01',
      '05-02',
      '06-07',
      '09-13',
      '10-01',
      '10-02',
      '10-03',
    ].map((day) => `2038-${day}`),
  );
});

test('in 2027 the new year of the moon is on 6 February, announced or not', () => {
  expect(holidays(2027, '春节')).toEqual(expect.arrayContaining(['2027-02-05', '2027-02-06', '2027-02-07']));
});

test('the next year is missed from December on', () => {
  expect(missingYears(new Date('2037-11-30T12:00:00Z'))).toEqual([2037]);
  expect(missingYears(new Date('2037-12-01T12:00:00Z'))).toEqual([2037, 2038]);
  expect(missingYears(new Date('2025-12-01T12:00:00Z'))).toEqual([]);
});
