import { pageLimits, type AnswerOf, type InputOf } from '../../contract/http';
import {
  redemptionLimits,
  redemptionProblems,
  type Redemption,
  type Settlement,
} from '../../contract/redemptions';
import type {
  exportRedemptionsSchemas,
  getFiguresSchemas,
  listFlaggedRedemptionsSchemas,
  listRedemptionsSchemas,
} from '../../contract/redemptions.schema';
import { namedCoupon } from '../coupons/service';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { dayMs, instantOf, localDay, localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { xlsxOf } from '../platform/xlsx';
import * as queries from './queries';
import { ridersAt } from './riders';
import type { RedemptionsParts } from './service';
import { flagNames, sheetTexts, wayNames } from './texts';
import { valueText } from './value-text';

type Page = AnswerOf<typeof listRedemptionsSchemas>;

const dateOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
const yuan = (fen: number | null) => (fen === null ? null : fen / 100);

/** What was redeemed, as it is shown. */
export function createShown(parts: RedemptionsParts) {
  const { coupons, merchants, communities } = parts;
  return async function shown(from: Queries, rows: readonly queries.RedemptionRow[]): Promise<Redemption[]> {
    const riderOf = await ridersAt(
      parts,
      from,
      rows.map(({ personId }) => personId),
    );
    const known = await coupons.findCoupons(from, rows);
    const names = await merchants.namesOf(from, rows);
    const [first] = rows;
    const timeZone = first ? await communities.timeZoneOf(from, first.communityId) : '';
    const iso = (at: Date) => localIso(timeZone, at.getTime());
    return rows.flatMap((row) => {
      const coupon = known.get(row.couponId);
      if (!coupon) return [];
      return {
        id: row.id,
        number: String(row.number).padStart(6, '0'),
        way: row.way,
        coupon: namedCoupon(coupon),
        merchant: { id: row.merchantId, name: names.get(row.merchantId) ?? '' },
        rider: riderOf(row.personId),
        at: iso(row.redeemedAt),
        flags: row.flags,
        reversibleUntil: iso(row.reversibleUntil),
        reversed: row.reversedAt && { at: iso(row.reversedAt), reason: row.reason ?? '' },
      };
    });
  };
}

export type Shown = ReturnType<typeof createShown>;

const redemptionHeading = [
  '核销号',
  '时间',
  '优惠券',
  '优惠内容',
  '骑手',
  '方式',
  '提示',
  '撤销时间',
  '撤销原因',
];

const minuteOf = (iso: string) => iso.slice(0, 19).replace('T', ' ');

const redemptionLine = (one: Redemption) => [
  one.number,
  minuteOf(one.at),
  one.coupon.title,
  valueText(one.coupon.value),
  one.rider,
  wayNames[one.way],
  one.flags.map((flag) => flagNames[flag]).join('、'),
  one.reversed ? minuteOf(one.reversed.at) : '',
  one.reversed?.reason ?? '',
];

function createExport({ database, merchants }: RedemptionsParts, shown: Shown) {
  return {
    /** A clerk of the shop, or staff. */
    async exportRedemptions({ merchantId, from, to }: InputOf<typeof exportRedemptionsSchemas>) {
      const { communityId, timeZone, record } = await merchants.shopById(merchantId);
      const [first, last] = [Date.parse(from), Date.parse(to)];
      const days = (last - first) / dayMs + 1;
      if (!(days >= 1 && days <= redemptionLimits.exportDays))
        throw refuse(redemptionProblems.export_days, {
          fields: { to: `最多 ${redemptionLimits.exportDays} 天` },
        });
      const span = [new Date(instantOf(timeZone, first)), new Date(instantOf(timeZone, last + dayMs))];
      const rows = await database.rows(queries.listDays, [communityId, merchantId, ...span]);
      const lines = (await shown(database, rows)).map(redemptionLine);
      return xlsxOf(sheetTexts.redemptions(record.name, from, to), [redemptionHeading, ...lines]);
    },
  };
}

/** A shop's books. */
export function createBooks(parts: RedemptionsParts, shown: Shown) {
  const { database, clock, merchants } = parts;

  async function pageOf(rows: readonly queries.RedemptionRow[], limit: number): Promise<Page> {
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await shown(database, page),
      nextCursor:
        rows.length > page.length && last ? encodeCursor([last.redeemedAt.getTime(), last.id]) : null,
    };
  }

  return {
    ...createExport(parts, shown),

    /** A clerk of the shop, or staff. */
    async listRedemptions({
      merchantId,
      cursor,
      limit = pageLimits.default,
    }: InputOf<typeof listRedemptionsSchemas>): Promise<Page> {
      const { communityId } = await merchants.shopById(merchantId);
      const values = [communityId, merchantId, ...latestFrom(cursor), limit + 1];
      return pageOf(await database.rows(queries.list, values), limit);
    },

    /** Staff, organiser, admin or auditor. */
    async listFlaggedRedemptions({
      communityId,
      cursor,
      limit = pageLimits.default,
    }: InputOf<typeof listFlaggedRedemptionsSchemas>): Promise<Page> {
      const values = [communityId, ...latestFrom(cursor), limit + 1];
      return pageOf(await database.rows(queries.listFlagged, values), limit);
    },

    /** A clerk of the shop, or staff. The week begins on Monday. */
    async getFigures({ merchantId }: { merchantId: string }): Promise<AnswerOf<typeof getFiguresSchemas>> {
      const { communityId, timeZone } = await merchants.shopById(merchantId);
      const today = localDay(timeZone, clock.now().getTime());
      const last = Array.from({ length: 7 }, (_, index) => dateOf(today - 6 + index));
      const rows = await database.rows(queries.countDays, [communityId, merchantId, last[0], last[6]]);
      const none = { redeemed: 0, reversed: 0 };
      const days = last.map((day) => ({ ...none, ...rows.find((row) => row.day === day), day }));
      // 1970-01-01 was a Thursday.
      const sinceMonday = (((today + 3) % 7) + 7) % 7;
      const ofWeek = days.slice(6 - sinceMonday);
      const sum = (pick: (day: typeof none) => number) => ofWeek.reduce((all, day) => all + pick(day), 0);
      const { redeemed, reversed } = days[6] ?? none;
      return {
        today: { redeemed, reversed },
        week: { redeemed: sum((day) => day.redeemed), reversed: sum((day) => day.reversed) },
        days,
      };
    },
  };
}

const settlementHeading = [
  '商户',
  '优惠券',
  '优惠内容',
  '核销',
  '撤销',
  '实际',
  '每张优惠（元）',
  '优惠合计（元）',
];

function settlementLines(rows: Settlement['rows']) {
  const lines = rows.map(({ merchant, coupon, redeemed, reversed, standing, amountFen }) => [
    merchant.name,
    coupon.title,
    valueText(coupon.value),
    redeemed,
    reversed,
    standing,
    coupon.value.kind === 'amount_off' ? yuan(coupon.value.amountFen) : null,
    yuan(amountFen),
  ]);
  const sum = (pick: (row: Settlement['rows'][number]) => number) =>
    rows.reduce((all, row) => all + pick(row), 0);
  const total = [
    sheetTexts.total,
    '',
    '',
    sum((row) => row.redeemed),
    sum((row) => row.reversed),
    sum((row) => row.standing),
    null,
    yuan(sum((row) => row.amountFen ?? 0)),
  ];
  return [settlementHeading, ...lines, total];
}

/** What the community settles with its shops. */
export function createSettlements({ database, coupons, merchants }: RedemptionsParts) {
  async function getSettlement({
    communityId,
    month,
  }: {
    communityId: string;
    month: string;
  }): Promise<Settlement> {
    const first = `${month}-01`;
    const next = new Date(Date.parse(first));
    next.setUTCMonth(next.getUTCMonth() + 1);
    const last = new Date(next.getTime() - dayMs).toISOString().slice(0, 10);
    const rows = await database.rows(queries.settle, [communityId, first, last]);
    const asked = rows.map((row) => ({ ...row, communityId }));
    const known = await coupons.findCoupons(database, asked);
    const names = await merchants.namesOf(database, asked);
    return {
      month,
      rows: rows.flatMap(({ merchantId, couponId, redeemed, reversed }) => {
        const coupon = known.get(couponId);
        if (!coupon) return [];
        const standing = redeemed - reversed;
        const amountFen = coupon.amountFen === null ? null : coupon.amountFen * standing;
        const merchant = { id: merchantId, name: names.get(merchantId) ?? '' };
        return { merchant, coupon: namedCoupon(coupon), redeemed, reversed, standing, amountFen };
      }),
    };
  }

  return {
    /** Staff, organiser, admin or auditor. */
    getSettlement,

    /** Staff, organiser, admin or auditor. */
    async exportSettlement(input: { communityId: string; month: string }) {
      const { month, rows } = await getSettlement(input);
      return xlsxOf(sheetTexts.settlement(month), settlementLines(rows));
    },
  };
}
