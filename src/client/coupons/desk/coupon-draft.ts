import {
  couponLimits,
  type CouponAudience,
  type CouponKind,
  type CouponPeriod,
  type CouponUse,
  type CouponValue,
  type createCoupon,
  type ManagedCoupon,
} from '../../../contract/coupons';
import type { InputOf } from '../../../contract/http';
import { pointLimits } from '../../../contract/points';
import { dayAfter, daysBetween } from '../../ui/dates';
import { yuanText } from '../value-text';
import { wrongTexts } from './texts';

/** A coupon as it is being written: amounts as typed. */
export interface CouponDraft {
  readonly title: string;
  readonly kind: CouponKind;
  /** 8.5 for 八五折. */
  readonly discount: string;
  /** Yuan. */
  readonly amount: string;
  readonly threshold: string;
  readonly price: string;
  readonly item: string;
  readonly terms: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays: readonly number[];
  readonly isTimed: boolean;
  readonly from: string;
  readonly to: string;
  readonly total: string;
  readonly perRider: string;
  readonly period: CouponPeriod;
  readonly audience: CouponAudience;
  readonly use: CouponUse;
  /** Nothing where it costs none. */
  readonly pricePoints: string;
  readonly merchants: readonly { readonly id: string; readonly name: string }[];
}

type CouponFacts = Omit<InputOf<NonNullable<(typeof createCoupon)['schemas']>>, 'communityId'>;

/** Field → what is wrong with it. The cloud's own names where it has them. */
export type Wrong = Readonly<Record<string, string>>;

const mostFen = 10_000_000;

export function emptyDraft(today: string): CouponDraft {
  return {
    title: '',
    kind: 'amount_off',
    discount: '',
    amount: '',
    threshold: '',
    price: '',
    item: '',
    terms: '',
    startsOn: today,
    endsOn: dayAfter(today, 30),
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    isTimed: false,
    from: '11:00',
    to: '14:00',
    total: '100',
    perRider: '1',
    period: 'day',
    audience: 'members',
    use: 'ahead',
    pricePoints: '',
    merchants: [],
  };
}

function valueFields(value: CouponValue): Pick<CouponDraft, 'kind'> & Partial<CouponDraft> {
  switch (value.kind) {
    case 'percent_off':
      return { kind: value.kind, discount: String((100 - value.percent) / 10) };
    case 'amount_off':
      return {
        kind: value.kind,
        amount: yuanText(value.amountFen),
        threshold: yuanText(value.thresholdFen),
      };
    case 'fixed_price':
      return { kind: value.kind, price: yuanText(value.priceFen), item: value.item };
    case 'free_item':
    case 'free_check':
      return { kind: value.kind, item: value.item };
  }
}

export function draftOf(coupon: ManagedCoupon): CouponDraft {
  const { title, value, terms, startsOn, endsOn, weekdays, hours, period, audience, use, merchants } = coupon;
  return {
    ...emptyDraft(startsOn),
    ...valueFields(value),
    title,
    terms,
    startsOn,
    endsOn,
    weekdays,
    isTimed: hours !== null,
    ...(hours ?? {}),
    total: String(coupon.total),
    perRider: String(coupon.perRider),
    period,
    audience,
    use,
    pricePoints: String(coupon.pricePoints ?? ''),
    merchants,
  };
}

/** The same for as long, from today on. */
export function copyOf(coupon: ManagedCoupon, today: string): CouponDraft {
  const { startsOn, endsOn } = coupon;
  return {
    ...draftOf(coupon),
    startsOn: today,
    endsOn: dayAfter(today, daysBetween(startsOn, endsOn)),
  };
}

/** Fen; null where it is no amount. */
function fenOf(yuan: string): number | null {
  const text = yuan.trim();
  return /^\d{1,7}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : null;
}

const countOf = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : null);

/** What it is worth; null while it does not say. */
export function valueOf({ kind, discount, amount, threshold, price, item }: CouponDraft): CouponValue | null {
  const named = item.trim();
  switch (kind) {
    case 'percent_off': {
      const tenths = /^\d(\.\d)?$/.test(discount.trim()) ? Math.round(Number(discount) * 10) : 0;
      return tenths > 0 ? { kind, percent: 100 - tenths } : null;
    }
    case 'amount_off': {
      const [amountFen, thresholdFen] = [fenOf(amount), fenOf(threshold || '0')];
      return amountFen && thresholdFen !== null ? { kind, amountFen, thresholdFen } : null;
    }
    case 'fixed_price': {
      const priceFen = fenOf(price);
      return priceFen !== null && named ? { kind, priceFen, item: named } : null;
    }
    case 'free_item':
    case 'free_check':
      return named ? { kind, item: named } : null;
  }
}

function wrongAmount(yuan: string): string | null {
  const fen = fenOf(yuan);
  if (fen === null) return wrongTexts.yuan;
  return fen > mostFen ? wrongTexts.yuanTooMuch : null;
}

function wrongReduction({ amount, threshold }: CouponDraft): Record<string, string | null> {
  const [amountFen, thresholdFen] = [fenOf(amount), fenOf(threshold || '0')];
  const isOver = amountFen !== null && thresholdFen !== null && thresholdFen > 0 && amountFen > thresholdFen;
  return {
    amount: wrongAmount(amount) ?? (amountFen === 0 ? wrongTexts.amountZero : null),
    threshold: wrongAmount(threshold || '0') ?? (isOver ? wrongTexts.amountOver : null),
  };
}

function wrongValue(draft: CouponDraft): Record<string, string | null> {
  const item = draft.item.trim() ? null : wrongTexts.item;
  switch (draft.kind) {
    case 'percent_off':
      return { discount: valueOf(draft) ? null : wrongTexts.discount };
    case 'amount_off':
      return wrongReduction(draft);
    case 'fixed_price':
      return { price: wrongAmount(draft.price), item };
    case 'free_item':
    case 'free_check':
      return { item };
  }
}

function wrongCount(text: string, most: number): string | null {
  const count = countOf(text);
  return count !== null && count >= 1 && count <= most ? null : wrongTexts.count(most);
}

function wrongPrice({ pricePoints }: CouponDraft): string | null {
  return pricePoints.trim() === '' ? null : wrongCount(pricePoints, pointLimits.price);
}

/** Whoever has one has paid it, or nothing: it only falls, and stays a price. */
function wrongPriceOnceOut({ pricePoints }: CouponDraft, { pricePoints: was }: ManagedCoupon): string | null {
  const is = countOf(pricePoints);
  if (was === null || is === null) return was === is ? null : wrongTexts.priceKept;
  return is > was ? wrongTexts.priceHigher : null;
}

/** What would be worse for those who hold it already. */
function wrongOnceOut(draft: CouponDraft, coupon: ManagedCoupon): Record<string, string | null> {
  return {
    startsOn: draft.startsOn > coupon.startsOn ? wrongTexts.startsLater : null,
    endsOn: draft.endsOn < coupon.endsOn ? wrongTexts.endsEarlier : null,
    pricePoints: wrongPriceOnceOut(draft, coupon),
  };
}

/** What has to be changed before it can be sent; `coupon`: as the cloud has it, null of a new one. */
export function wrongWith(draft: CouponDraft, coupon: ManagedCoupon | null): Wrong {
  const issued = coupon?.issued ?? 0;
  const total = wrongCount(draft.total, couponLimits.total);
  const checks: Record<string, string | null> = {
    title: draft.title.trim() ? null : wrongTexts.title,
    ...wrongValue(draft),
    ...(coupon && coupon.state !== 'draft' ? wrongOnceOut(draft, coupon) : {}),
    weekdays: draft.weekdays.length > 0 ? null : wrongTexts.weekdays,
    hours: draft.isTimed && draft.from === draft.to ? wrongTexts.hours : null,
    total: total ?? ((countOf(draft.total) ?? 0) < issued ? wrongTexts.total(issued) : null),
    perRider: wrongCount(draft.perRider, couponLimits.perRider),
    merchantIds: draft.merchants.length > 0 ? null : wrongTexts.merchants,
  };
  checks['pricePoints'] = wrongPrice(draft) ?? checks['pricePoints'] ?? null;
  if (draft.endsOn < draft.startsOn) checks['endsOn'] = wrongTexts.endsOn;
  return Object.fromEntries(
    Object.entries(checks).flatMap(([field, text]) => (text === null ? [] : [[field, text]])),
  );
}

/** As the cloud takes it; null while something is missing. */
export function factsOf(draft: CouponDraft): CouponFacts | null {
  const value = valueOf(draft);
  const [total, perRider] = [countOf(draft.total), countOf(draft.perRider)];
  if (!value || total === null || perRider === null) return null;
  const { title, terms, startsOn, endsOn, weekdays, isTimed, from, to, period, audience, use } = draft;
  return {
    title: title.trim(),
    value,
    terms: terms.trim(),
    startsOn,
    endsOn,
    weekdays: [...weekdays].sort(),
    hours: isTimed ? { from, to } : null,
    total,
    perRider,
    period,
    audience,
    use,
    pricePoints: countOf(draft.pricePoints),
    merchantIds: draft.merchants.map(({ id }) => id),
  };
}
