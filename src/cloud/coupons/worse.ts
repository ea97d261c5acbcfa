import type { updateCouponSchemas } from '../../contract/coupons.schema';
import type { InputOf } from '../../contract/http';
import { valueColumns, valueOf, type CouponRecord } from './queries';

type Change = Pick<
  InputOf<typeof updateCouponSchemas>,
  | 'title'
  | 'value'
  | 'terms'
  | 'startsOn'
  | 'endsOn'
  | 'weekdays'
  | 'hours'
  | 'period'
  | 'use'
  | 'pricePoints'
  | 'merchantIds'
>;

const fixed = '发布后不能改';
const dayMinutes = 24 * 60;

/** Minutes of the day, as one or two runs; the end is not in them. */
function runsOf(from: string, to: string): [number, number][] {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const [begins, ends] = [minuteOf(from), minuteOf(to)];
  if (begins < ends) return [[begins, ends]];
  return [
    [begins, dayMinutes],
    [0, ends],
  ];
}

function coversHours({ hoursFrom, hoursTo }: CouponRecord, hours: Change['hours']): boolean {
  if (hours === null) return true;
  if (hoursFrom === null || hoursTo === null) return false;
  const wider = runsOf(hours.from, hours.to);
  return runsOf(hoursFrom, hoursTo).every(
    ([from, to]) => from === to || wider.some(([begins, ends]) => begins <= from && to <= ends),
  );
}

/** Whoever has one has paid, or not: that stays so. */
const isNoDearer = ({ pricePoints: was }: CouponRecord, { pricePoints: is }: Change): boolean =>
  was === null || is === null ? was === is : is <= was;

/** What of a change would be worse for those who hold the coupon, by field. */
export function worsened(coupon: CouponRecord, change: Change): Record<string, string> {
  const all = <T>(are: readonly T[], be: readonly T[]) => are.every((one) => be.includes(one));
  const isSameValue =
    JSON.stringify(valueColumns(valueOf(coupon))) === JSON.stringify(valueColumns(change.value));
  const checks: [string, boolean, string][] = [
    ['title', change.title.trim() === coupon.title, fixed],
    ['value', isSameValue, fixed],
    ['terms', change.terms.trim() === coupon.terms, fixed],
    ['period', change.period === coupon.period, fixed],
    ['use', change.use === coupon.use, fixed],
    ['pricePoints', isNoDearer(coupon, change), '发布后只能降低'],
    ['startsOn', change.startsOn <= coupon.startsOn, '发布后只能提前'],
    ['endsOn', change.endsOn >= coupon.endsOn, '发布后只能推后'],
    ['weekdays', all(coupon.weekdays, change.weekdays), '发布后只能增加'],
    ['hours', coversHours(coupon, change.hours), '发布后只能放宽'],
    ['merchantIds', all(coupon.merchantIds, change.merchantIds), '发布后只能增加'],
  ];
  return Object.fromEntries(checks.flatMap(([field, isFine, text]) => (isFine ? [] : [[field, text]])));
}
