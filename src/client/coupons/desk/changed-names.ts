import type { ManagedCoupon } from '../../../contract/coupons';
import { draftOf, type CouponDraft } from './coupon-draft';
import { editTexts, factTexts } from './texts';

const names: Record<keyof CouponDraft, string> = {
  title: editTexts.name,
  kind: factTexts.value,
  discount: factTexts.value,
  amount: factTexts.value,
  threshold: factTexts.value,
  price: factTexts.value,
  item: factTexts.value,
  terms: editTexts.terms,
  startsOn: factTexts.dates,
  endsOn: factTexts.dates,
  weekdays: factTexts.when,
  isTimed: factTexts.when,
  from: factTexts.when,
  to: factTexts.when,
  total: editTexts.total,
  perRider: factTexts.rule,
  period: factTexts.rule,
  audience: factTexts.audience,
  use: factTexts.use,
  pricePoints: factTexts.points,
  merchants: factTexts.merchants,
};

/** What of a coupon was changed, in words, each once. */
export function changedNames(before: ManagedCoupon, now: ManagedCoupon): readonly string[] {
  const [was, is] = [draftOf(before), draftOf(now)];
  const fields = Object.keys(names) as (keyof CouponDraft)[];
  const changed = fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  const words = changed.map((field) => names[field]);
  if (before.state !== now.state) words.push(editTexts.state);
  return [...new Set(words)];
}
