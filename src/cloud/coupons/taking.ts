import { createHash, randomInt } from 'node:crypto';
import { couponLimits, couponProblems } from '../../contract/coupons';
import { problems, type Problem } from '../../contract/http';
import { combine } from '../platform/combine';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import { newId } from '../platform/ids';
import { minuteMs } from '../platform/local-time';
import { wakeRunners } from '../platform/outbox';
import { refuse, type Refusal } from '../platform/refusal';
import type { Paying } from './paying';
import { localMoment, periodOf, type LocalMoment } from './periods';
import type { CouponRecord, GrantRow } from './queries';
import { unrefuse, type TakeRow, type TakeTarget, type Verdict } from './take-query';
import { couponTexts } from './texts';

/** How long a redemption can be taken back. */
export const reversibleMs = couponLimits.reversibleMinutes * minuteMs;
const holdMs = couponLimits.holdSeconds * 1_000;
/** More in one statement cost more than they save. */
const mostTogether = 256;
/** A batch that met somebody else's is run again. */
const attempts = 4;
const uniqueViolation = '23505';

/** One request to take a coupon. */
export interface Taking {
  personId: string;
  key: string;
  /** What makes the key's request the same. */
  input: unknown;
  target: TakeTarget;
  merchantId: string | null;
  /** How it is redeemed, where it is. */
  way: 'screen' | 'trusted_code' | 'pass' | null;
  /** Who serves, where somebody does. */
  clerkId: string | null;
  /** Whether the phone says to be far from the shop. */
  isFar: boolean;
}

/** What came of it: the grant as it now stands, or that it is to be answered another way. */
type Taken =
  | { kind: 'taken'; grant: GrantRow }
  | { kind: 'done'; grantId: string }
  /** Held already, or used as such under this key: that way it goes. */
  | { kind: 'use' };

interface Prepared extends Taking {
  grantId: string;
  redemptionId: string;
  number: number;
  hash: Buffer;
}

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest();

export const newNumber = (): number => randomInt(1_000_000);

/** The refusal of a verdict, in words for this coupon. */
export function refusalOf(verdict: Verdict, coupon: CouponRecord): Refusal {
  if (verdict === 'not_found') return refuse(problems.not_found);
  const { period, weekdays, hoursFrom, hoursTo, startsOn, audience } = coupon;
  const details: Partial<Record<Verdict, string>> = {
    limit: couponTexts.limit(period),
    closed: couponTexts.closed(weekdays, hoursFrom, hoursTo),
    not_yet_valid: couponTexts.notYet(startsOn),
    not_for_you: couponTexts.audience[audience],
  };
  const problem = (couponProblems as Record<string, Problem>)[verdict] ?? problems.conflict;
  const detail = details[verdict];
  return refuse(problem, detail === undefined ? {} : { detail });
}

function valuesOf(
  coupon: CouponRecord,
  moment: LocalMoment,
  batch: readonly Prepared[],
  refusalIds: readonly string[],
): unknown[] {
  const { now, weekday, time, day, midnight } = moment;
  const all = <Value>(pick: (one: Prepared) => Value) => batch.map(pick);
  return [
    coupon.communityId,
    coupon.id,
    now,
    weekday,
    time,
    periodOf(coupon.period, moment),
    midnight,
    day,
    all((one) => one.personId),
    all((one) => one.key),
    all((one) => one.hash),
    all((one) => one.grantId),
    all((one) => one.target),
    all((one) => one.merchantId),
    all((one) => one.redemptionId),
    all((one) => one.way),
    all((one) => one.number),
    new Date(now.getTime() + reversibleMs),
    refusalIds,
    newId(),
    all((one) => one.isFar),
    all((one) => one.clerkId),
    coupon.pricePoints,
  ];
}

/** The grant as the statement made it. */
function madeOf(coupon: CouponRecord, { now, midnight }: LocalMoment, one: Prepared): GrantRow {
  const { target, merchantId, grantId, redemptionId, number, way } = one;
  const isRedeemed = target === 'redeemed';
  const isHeld = target === 'held';
  const isForToday = coupon.use === 'at_once' && midnight < coupon.endsAt;
  return {
    id: grantId,
    communityId: coupon.communityId,
    couponId: coupon.id,
    state: target,
    claimedAt: now,
    expiresAt: isForToday ? midnight : coupon.endsAt,
    heldUntil: isHeld ? new Date(now.getTime() + holdMs) : null,
    heldMerchantId: isHeld ? merchantId : null,
    redemptionId: isRedeemed ? redemptionId : null,
    number: isRedeemed ? number : null,
    way: isRedeemed ? way : null,
    merchantId: isRedeemed ? merchantId : null,
    redeemedAt: isRedeemed ? now : null,
    reversedAt: null,
    reason: null,
  };
}

interface TakingParts {
  database: Database;
  paying: Paying;
  clock: Clock;
  changes: Changes;
  /** A coupon by its id, from memory. */
  find(couponId: string): Promise<CouponRecord | undefined>;
  timeZoneOf(coupon: CouponRecord): Promise<string>;
}

/** Takes coupons out of their stock, many requests for one coupon together. */
export function createTaking({ database, paying, clock, changes, find, timeZoneOf }: TakingParts) {
  async function attempt(coupon: CouponRecord, moment: LocalMoment, batch: readonly Prepared[]) {
    const { communityId, id, use, pricePoints } = coupon;
    let mayLapse = use === 'at_once';
    for (let left = attempts; ; left -= 1) {
      try {
        const refusalIds = batch.map(() => newId());
        const rows = await paying.takeAndPay(coupon, batch, valuesOf(coupon, moment, batch, refusalIds));
        const isShort = rows.some(({ verdict }) => verdict === 'sold_out' || verdict === 'limit');
        if (!isShort || !mayLapse || left <= 1) return rows;
        mayLapse = false;
        const lapsing = { communityId, id, isPriced: pricePoints !== null };
        if (!(await paying.lapse(lapsing, moment.now))) return rows;
        // There is room after all: nobody was refused yet.
        await database.run(unrefuse, [communityId, refusalIds]);
      } catch (error) {
        if ((error as { code?: string }).code !== uniqueViolation || left <= 1) throw error;
      }
    }
  }

  async function run(couponId: string, requests: readonly Prepared[]): Promise<(Taken | Refusal)[]> {
    const coupon = await find(couponId);
    if (!coupon) throw refuse(problems.not_found);
    const moment = localMoment(await timeZoneOf(coupon), clock.now());
    const rows = await attempt(coupon, moment, requests);
    if (rows.some(({ isSoldOut }) => isSoldOut)) await changes.announce(database, 'coupons', couponId);
    if (rows.some(({ verdict }) => verdict === 'ok')) wakeRunners();
    return rows.map((row, index) => takenOf(row, requests[index] as Prepared, coupon, moment));
  }

  async function alone(couponId: string, prepared: Prepared): Promise<Taken | Refusal> {
    const [taken] = await run(couponId, [prepared]);
    return taken ?? refuse(problems.internal);
  }

  const together = combine<Prepared, Taken | Refusal>({
    run,
    apart: ({ personId }) => personId,
    most: mostTogether,
  });

  /** Refused with the coupon's own words; each refusal is written down. */
  return async function takeCoupon({ id, pricePoints }: CouponRecord, taking: Taking): Promise<Taken> {
    const ids = { grantId: newId(), redemptionId: newId(), number: newNumber() };
    const prepared = { ...taking, ...ids, hash: hashOf(taking.input) };
    // Who can not pay would take the others of a batch along.
    const taken = await (pricePoints === null ? together(id, prepared) : alone(id, prepared));
    if (taken instanceof Error) throw taken;
    return taken;
  };
}

function takenOf(
  { verdict, grantId, couponId, requestHash }: TakeRow,
  request: Prepared,
  coupon: CouponRecord,
  moment: LocalMoment,
): Taken | Refusal {
  if (verdict === 'ok') return { kind: 'taken', grant: madeOf(coupon, moment, request) };
  if (verdict === 'has_usable' || verdict === 'kept') return { kind: 'use' };
  if (verdict !== 'done' || grantId === null) return refusalOf(verdict, coupon);
  const isSame = couponId === coupon.id && requestHash?.equals(request.hash);
  return isSame ? { kind: 'done', grantId } : refuse(problems.idempotency_key_reused);
}
