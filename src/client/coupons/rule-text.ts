import type { Coupon, CouponAudience, CouponPeriod, CouponUse } from '../../contract/coupons';
import { plainDateText, weekdays as names } from '../ui/dates';

const periodTexts: Record<CouponPeriod, string> = {
  day: '每人每天',
  week: '每人每周',
  month: '每人每月',
  ever: '每人共',
};

/** Who may claim it. */
export const audienceTexts: Record<CouponAudience, string> = {
  members: '社区成员都能领',
  verified: '身份已核实的骑手能领',
  grid_members: '流动网格员能领',
};

export const useTexts: Record<CouponUse, string> = {
  ahead: '先领取，再到店使用',
  at_once: '到店扫码，当场使用',
};

/** “每天”, “周一至周五”, “周一、周三”, of numbers from Monday, 1. */
export function weekdaysText(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return '每天';
  const runs: { from: number; to: number }[] = [];
  for (const day of [...weekdays].sort()) {
    const last = runs[runs.length - 1];
    if (last && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  const name = (day: number) => names[day - 1] ?? '';
  return runs
    .map(({ from, to }) => {
      if (from === to) return name(from);
      return `${name(from)}${to === from + 1 ? '、' : '至'}${name(to)}`;
    })
    .join('、');
}

interface When {
  readonly weekdays: readonly number[];
  readonly hours: Coupon['hours'];
}

/** “周一至周五 11:00–14:00”; where it ends the day after, that is said. */
export function whenText({ weekdays, hours }: When): string {
  const days = weekdaysText(weekdays);
  if (!hours) return days;
  return `${days} ${hours.from}–${hours.to <= hours.from ? '次日 ' : ''}${hours.to}`;
}

/** What taking one costs. */
export const pricePointsText = (points: number): string => `用 ${points} 积分换`;

/** “每人每天 1 张”. */
export const limitText = ({ perRider, period }: Pick<Coupon, 'perRider' | 'period'>): string =>
  `${periodTexts[period]} ${perRider} 张`;

/** “11 月 1 日至 12 月 31 日”; with the years where there are two. */
export function datesText({ startsOn, endsOn }: Pick<Coupon, 'startsOn' | 'endsOn'>): string {
  if (startsOn === endsOn) return `${plainDateText(startsOn)} 当天`;
  const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
  const year = (one: string) => (first === last ? '' : `${one} 年 `);
  return `${year(first)}${plainDateText(startsOn)}至 ${year(last)}${plainDateText(endsOn)}`;
}

/** “每人每天 1 张，周一至周五 11:00–14:00”. */
export const ruleText = (coupon: When & Pick<Coupon, 'perRider' | 'period'>): string =>
  `${limitText(coupon)}，${whenText(coupon)}`;
