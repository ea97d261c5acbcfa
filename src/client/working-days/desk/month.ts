import type { WorkingYear } from '../../../contract/working-days';
import { weekdayIndex } from '../../ui/dates';

type SpecialDay = WorkingYear['days'][number];

export interface CalendarDay {
  /** `2026-10-01` */
  readonly day: string;
  readonly isWorking: boolean;
  readonly special: SpecialDay | null;
}

const two = (number: number) => String(number).padStart(2, '0');
const saturday = 5;

/** The days of a month, 1 to 12, each as the community works on it. */
export function monthOf({ year, days }: WorkingYear, month: number): CalendarDay[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => {
    const day = `${year}-${two(month)}-${two(index + 1)}`;
    const special = days.find((one) => one.day === day) ?? null;
    return { day, special, isWorking: special?.isWorking ?? weekdayIndex(day) < saturday };
  });
}
