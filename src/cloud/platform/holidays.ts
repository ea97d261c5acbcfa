import { LegalHoliday, LunarDay, SolarDay, SolarTerm } from 'tyme4ts';
import { dayMs } from './local-time';

/** A day that is not as its weekday says: a holiday, or a weekend on which people work for one. */
export interface SpecialDay {
  isWorking: boolean;
  /** zh-CN: 国庆节 */
  name: string;
}

type Year = ReadonlyMap<string, SpecialDay>;

/** The holidays of each year are announced in the November before; the package follows with a release. */
export const isYearArranged = (year: number) => LegalHoliday.fromYmd(year, 1, 1) !== null;

const dateOf = (day: SolarDay) =>
  [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');

function arrangedDays(year: number): Year {
  const days = new Map<string, SpecialDay>();
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += dayMs) {
    const date = new Date(at);
    const holiday = LegalHoliday.fromYmd(year, date.getUTCMonth() + 1, date.getUTCDate());
    if (holiday)
      days.set(date.toISOString().slice(0, 10), { isWorking: holiday.isWork(), name: holiday.getName() });
  }
  return days;
}

/** The days off that the law names; which weekends are exchanged for more of them nobody knows yet. */
function statutoryDays(year: number): Year {
  const solar = (month: number, day: number) => SolarDay.fromYmd(year, month, day);
  const lunar = (month: number, day: number) => LunarDay.fromYmd(year, month, day).getSolarDay();
  const spring = lunar(1, 1);
  const named: readonly (readonly [string, readonly SolarDay[]])[] = [
    ['元旦', [solar(1, 1)]],
    ['春节', [-1, 0, 1, 2].map((offset) => spring.next(offset))],
    ['清明节', [SolarTerm.fromName(year, '清明').getSolarDay()]],
    ['劳动节', [solar(5, 1), solar(5, 2)]],
    ['端午节', [lunar(5, 5)]],
    ['中秋节', [lunar(8, 15)]],
    ['国庆节', [solar(10, 1), solar(10, 2), solar(10, 3)]],
  ];
  return new Map(
    named.flatMap(([name, days]) => days.map((day) => [dateOf(day), { isWorking: false, name }] as const)),
  );
}

const years = new Map<number, Year>();

/** `YYYY-MM-DD` → what is special about it. A year not yet announced has only the days off that the law names. */
export function specialDaysOf(year: number): Year {
  let known = years.get(year);
  if (!known) {
    known = isYearArranged(year) ? arrangedDays(year) : statutoryDays(year);
    years.set(year, known);
  }
  return known;
}

/** Years whose arrangement should be known by now and is not: from December on the next one's, too. */
export function missingYears(now: Date): number[] {
  const year = now.getUTCFullYear();
  const wanted = now.getUTCMonth() === 11 ? [year, year + 1] : [year];
  return wanted.filter((one) => !isYearArranged(one));
}
