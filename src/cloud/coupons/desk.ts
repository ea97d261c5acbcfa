import { couponDeskProblems, type ManagedCoupon } from '../../contract/coupons';
import type {
  createCouponSchemas,
  listManagedCouponsSchemas,
  setCouponStateSchemas,
  updateCouponSchemas,
} from '../../contract/coupons.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Role } from '../../contract/roles';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs, instantOf } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import * as desk from './desk-queries';
import { statesBefore } from './machine';
import * as queries from './queries';
import { valueColumns, type CouponRecord } from './queries';
import type { CouponsParts } from './service';
import { managedOf } from './views';
import { worsened } from './worse';

const noId = '00000000-0000-0000-0000-000000000000';

type CreateInput = InputOf<typeof createCouponSchemas>;
interface Ids {
  communityId: string;
  couponId: string;
}

/** The first moment of the first day and the one after the last. */
function spanOf({ startsOn, endsOn }: CreateInput, timeZone: string): [Date, Date] {
  if (endsOn < startsOn)
    throw refuse(couponDeskProblems.coupon_dates, { fields: { endsOn: '不能早于开始日期' } });
  return [
    new Date(instantOf(timeZone, Date.parse(startsOn))),
    new Date(instantOf(timeZone, Date.parse(endsOn) + dayMs)),
  ];
}

/** What holders of these roles may do about a community's coupons. */
const canIn = (roles: readonly Role[] | undefined) => ({
  create: policy.createCoupon.allows(roles),
  change: policy.updateCoupon.allows(roles),
});

/** As statements take them. */
function columnsOf(input: CreateInput, span: readonly [Date, Date]) {
  const {
    title,
    value,
    terms,
    startsOn,
    endsOn,
    weekdays,
    hours,
    perRider,
    period,
    audience,
    use,
    pricePoints,
  } = input;
  return [
    title.trim(),
    ...valueColumns(value),
    terms.trim(),
    startsOn,
    endsOn,
    ...span,
    weekdays.toSorted(),
    hours?.from ?? null,
    hours?.to ?? null,
    perRider,
    period,
    audience,
    use,
    pricePoints,
  ];
}

/** Refused unless all are shops of the community that take part. */
async function addMerchants(tx: Queries, { communityId, couponId }: Ids, merchantIds: readonly string[]) {
  if (merchantIds.length === 0) return;
  const added = await tx.run(desk.addMerchants, [communityId, couponId, merchantIds]);
  if (added !== merchantIds.length)
    throw refuse(couponDeskProblems.coupon_merchants, {
      fields: { merchantIds: '只能选本社区参加优惠的商户' },
    });
}

async function viewOf(
  from: Queries,
  { communityId, couponId }: Ids,
  can: ManagedCoupon['can'] = { change: true },
): Promise<ManagedCoupon> {
  const record = await from.row(queries.find, [communityId, couponId]);
  if (!record) throw refuse(problems.not_found);
  const counted = await from.row(queries.countRedeemed, [communityId, couponId]);
  const names = await from.rows(queries.listMerchantNames, [communityId, couponId]);
  return managedOf(record, counted?.redeemed ?? 0, names, can);
}

/** The coupon as it stands, kept so until the change is committed. */
async function locked(tx: Queries, { communityId, couponId }: Ids, version: number): Promise<CouponRecord> {
  const row = await tx.row(desk.lockCoupon, [communityId, couponId]);
  const record = row && (await tx.row(queries.find, [communityId, couponId]));
  if (!record) throw refuse(problems.not_found);
  if (row.version !== version) throw refuse(problems.conflict);
  return record;
}

function createLooks({ database, merchants }: CouponsParts) {
  return {
    /** Staff, organiser, admin or auditor. */
    async listManagedCoupons(
      { communityId, state, cursor, limit = pageLimits.default }: InputOf<typeof listManagedCouponsSchemas>,
      { roles }: Asker,
    ): Promise<AnswerOf<typeof listManagedCouponsSchemas>> {
      const [at, id = noId] = cursor === undefined ? [] : decodeCursor(cursor, 2);
      const before = cursor === undefined ? 'infinity' : new Date(Number(at));
      if ((before instanceof Date && Number.isNaN(before.getTime())) || !/^[0-9a-f-]{36}$/.test(id))
        throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
      const values = [communityId, state ?? null, before, id, limit + 1];
      const rows = await database.rows(queries.list, values);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const known = await merchants.known();
      const namesOf = ({ merchantIds }: CouponRecord) =>
        merchantIds.map((merchantId) => ({ id: merchantId, name: known.get(merchantId)?.record.name ?? '' }));
      const can = canIn(roles.get(communityId));
      return {
        can,
        items: page.map((record) => managedOf(record, record.redeemed, namesOf(record), can)),
        nextCursor:
          rows.length > page.length && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
      };
    },
  };
}

/** What staff do about coupons. */
export function createDesk(parts: CouponsParts) {
  const { database, clock, changes, communities } = parts;

  return {
    ...createLooks(parts),

    /** Staff, organiser, admin or auditor. */
    getManagedCoupon: (ids: Ids, { roles }: Asker): Promise<ManagedCoupon> =>
      viewOf(database, ids, canIn(roles.get(ids.communityId))),

    /** Staff, organiser or admin: a draft. */
    async createCoupon(input: CreateInput, tx: Queries): Promise<ManagedCoupon> {
      const ids = { communityId: input.communityId, couponId: newId() };
      const span = spanOf(input, await communities.timeZoneOf(tx, input.communityId));
      const values = [ids.communityId, ids.couponId, ...columnsOf(input, span)];
      await tx.run(desk.insertCoupon, [...values, clock.now(), input.total]);
      await addMerchants(tx, ids, input.merchantIds);
      return viewOf(tx, ids);
    },

    /** Staff, organiser or admin. What is out can only become better. */
    async updateCoupon(input: InputOf<typeof updateCouponSchemas>): Promise<ManagedCoupon> {
      const { communityId, couponId, version, merchantIds } = input;
      return database.transaction(async (tx) => {
        const record = await locked(tx, input, version);
        const fields = record.state === 'draft' ? {} : worsened(record, input);
        if (Object.keys(fields).length > 0) throw refuse(couponDeskProblems.coupon_worse, { fields });
        const span = spanOf(input, await communities.timeZoneOf(tx, communityId));
        if (!(await tx.run(desk.setTotal, [communityId, couponId, input.total])))
          throw refuse(couponDeskProblems.coupon_few, { fields: { total: `不能少于 ${record.issued}` } });
        await tx.run(desk.updateCoupon, [communityId, couponId, ...columnsOf(input, span)]);
        await tx.run(desk.extendGrants, [communityId, couponId, record.endsAt, span[1]]);
        const gone = record.merchantIds.filter((id) => !merchantIds.includes(id));
        await tx.run(desk.removeMerchants, [communityId, couponId, gone]);
        const added = merchantIds.filter((id) => !record.merchantIds.includes(id));
        await addMerchants(tx, input, added);
        await changes.announce(tx, 'coupons', couponId);
        return viewOf(tx, input);
      });
    },

    /** Staff, organiser or admin. */
    async setCouponState(input: InputOf<typeof setCouponStateSchemas>): Promise<ManagedCoupon> {
      const { communityId, couponId, state, version } = input;
      return database.transaction(async (tx) => {
        const values = [communityId, couponId, version, state, statesBefore(state)];
        if (!(await tx.run(desk.setState, values))) {
          await locked(tx, input, version);
          throw refuse(couponDeskProblems.coupon_state);
        }
        await changes.announce(tx, 'coupons', couponId);
        return viewOf(tx, input);
      });
    },
  };
}
