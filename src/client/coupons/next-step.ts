import type { Coupon } from '../../contract/coupons';

/** What somebody can do about a coupon now. The cloud has the last word. */
export type NextStep =
  /** The shop is asked to confirm it. */
  | { readonly kind: 'waiting'; readonly grantId: string }
  /** Here, by the code in hand; with none of it held it is taken at once. */
  | { readonly kind: 'use'; readonly grantId: string | null }
  /** It is theirs: how it is used. */
  | { readonly kind: 'open'; readonly grantId: string }
  | { readonly kind: 'claim' }
  /** In the shop, by its code. */
  | { readonly kind: 'visit' }
  /** As often as it may be; again from then on, or never. */
  | { readonly kind: 'spent'; readonly nextAt: string | null }
  | { readonly kind: 'sold_out' }
  | { readonly kind: 'not_running' };

export function nextStep(coupon: Coupon, hasCode: boolean): NextStep {
  const { mine, state, left, perRider, use } = coupon;
  const held = mine?.usable.find((grant) => grant.state === 'held');
  if (held) return { kind: 'waiting', grantId: held.id };
  const grantId = mine?.usable[0]?.id;
  if (grantId !== undefined) return { kind: hasCode ? 'use' : 'open', grantId };
  if (state !== 'published') return { kind: 'not_running' };
  if (mine && mine.taken >= perRider) return { kind: 'spent', nextAt: mine.nextAt };
  if (left <= 0) return { kind: 'sold_out' };
  if (use === 'ahead') return { kind: 'claim' };
  return hasCode ? { kind: 'use', grantId: null } : { kind: 'visit' };
}
