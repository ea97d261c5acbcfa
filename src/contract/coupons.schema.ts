import Type from 'typebox';
import { CodeSchema } from './codes.schema';
import {
  couponAudiences,
  couponLimits,
  couponPeriods,
  couponStates,
  couponUses,
  grantFilters,
  grantStates,
  redemptionWays,
} from './coupons';
import {
  CursorSchema,
  DateSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';
import { CategorySchema } from './merchants.schema';
import { OpeningSchema } from './opening-hours.schema';
import { pointLimits } from './points';
import { LatitudeSchema, LongitudeSchema, PositionSchema } from './positions.schema';

const CouponParams = Type.Object({ couponId: IdSchema });
const ManagedParams = Type.Object({ communityId: IdSchema, couponId: IdSchema });
const FenSchema = Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'Fen' });
const ItemSchema = Type.String({ minLength: 1, maxLength: couponLimits.itemLength, pattern: '\\S' });
const exact = { additionalProperties: false };

export const CouponValueSchema = Type.Union([
  Type.Object(
    { kind: Type.Literal('percent_off'), percent: Type.Integer({ minimum: 1, maximum: 99 }) },
    exact,
  ),
  Type.Object({ kind: Type.Literal('amount_off'), amountFen: FenSchema, thresholdFen: FenSchema }, exact),
  Type.Object({ kind: Type.Literal('fixed_price'), priceFen: FenSchema, item: ItemSchema }, exact),
  Type.Object({ kind: Type.Literal('free_item'), item: ItemSchema }, exact),
  Type.Object({ kind: Type.Literal('free_check'), item: ItemSchema }, exact),
]);

export const PricePointsSchema = Type.Union(
  [Type.Integer({ minimum: 1, maximum: pointLimits.price }), Type.Null()],
  { description: 'What taking one costs in points; null: nothing' },
);

const TimeSchema = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** The terms of a coupon. */
export const couponFacts = {
  title: Type.String({ minLength: 1, maxLength: couponLimits.titleLength, pattern: '\\S' }),
  value: CouponValueSchema,
  terms: Type.String({ maxLength: couponLimits.termsLength }),
  startsOn: DateSchema,
  endsOn: Type.String({ format: 'date', description: 'The last day' }),
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
    description: 'Monday is 1',
  }),
  hours: Type.Union([Type.Object({ from: TimeSchema, to: TimeSchema }, exact), Type.Null()]),
  total: Type.Integer({ minimum: 1, maximum: couponLimits.total }),
  perRider: Type.Integer({ minimum: 1, maximum: couponLimits.perRider }),
  period: Type.Enum([...couponPeriods]),
  audience: Type.Enum([...couponAudiences]),
  use: Type.Enum([...couponUses]),
  pricePoints: PricePointsSchema,
};

const ShopSchema = Type.Object({
  id: IdSchema,
  name: Type.String(),
  category: CategorySchema,
  address: Type.String(),
  position: PositionSchema,
  opening: OpeningSchema,
});

const GrantHintSchema = Type.Object({
  id: IdSchema,
  state: Type.Enum([...grantStates]),
  expiresAt: InstantSchema,
});

export const CouponSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  ...couponFacts,
  state: Type.Enum([...couponStates]),
  left: Type.Integer({ description: 'How many can still be claimed' }),
  merchants: Type.Array(Type.Object({ id: IdSchema, name: Type.String() })),
  mine: Type.Union([
    Type.Object({
      usable: Type.Array(GrantHintSchema, { description: 'Held or to be used, by their end' }),
      taken: Type.Integer({ description: 'In the running period' }),
      nextAt: Type.Union([InstantSchema, Type.Null()], {
        description: 'When the next can be taken, where the limit is reached; null when now or never',
      }),
    }),
    Type.Null(),
  ]),
});

export const ManagedCouponSchema = Type.Object({
  id: IdSchema,
  communityId: IdSchema,
  ...couponFacts,
  state: Type.Enum([...couponStates]),
  issued: Type.Integer(),
  redeemed: Type.Integer(),
  merchants: Type.Array(Type.Object({ id: IdSchema, name: Type.String() })),
  version: Type.Integer(),
  can: Type.Object({ change: Type.Boolean() }),
});

export const NearbyShopSchema = Type.Object({
  ...ShopSchema.properties,
  communityId: IdSchema,
  coupons: Type.Array(
    Type.Object({
      id: IdSchema,
      title: Type.String(),
      value: CouponValueSchema,
      pricePoints: PricePointsSchema,
      isSoldOut: Type.Boolean(),
    }),
    { description: 'The first three' },
  ),
  couponCount: Type.Integer(),
  distanceM: Type.Union([Type.Integer({ description: 'Straight line, metres' }), Type.Null()]),
});

export const GrantSchema = Type.Object({
  id: IdSchema,
  asOf: Type.String({
    format: 'date-time',
    description: 'By the cloud’s clock: what phones count time left from',
  }),
  state: Type.Enum([...grantStates], { description: 'As of now: a hold that is over is available again' }),
  coupon: Type.Object({
    id: IdSchema,
    communityId: IdSchema,
    title: Type.String(),
    value: CouponValueSchema,
    terms: Type.String(),
  }),
  claimedAt: InstantSchema,
  expiresAt: InstantSchema,
  hold: Type.Union([
    Type.Object({ merchant: Type.Object({ id: IdSchema, name: Type.String() }), until: InstantSchema }),
    Type.Null(),
  ]),
  redemption: Type.Union([
    Type.Object({
      id: IdSchema,
      number: Type.String({ description: 'What rider and shop compare, six digits' }),
      way: Type.Enum([...redemptionWays]),
      merchant: Type.Object({ id: IdSchema, name: Type.String() }),
      at: InstantSchema,
      reversed: Type.Union([Type.Object({ at: InstantSchema, reason: OptionalTextSchema }), Type.Null()]),
    }),
    Type.Null(),
  ]),
});

export const listCouponsSchemas = {
  query: Type.Object(
    {
      communityId: Type.Optional(IdSchema),
      lat: Type.Optional(LatitudeSchema),
      lng: Type.Optional(LongitudeSchema),
      south: Type.Optional(LatitudeSchema),
      west: Type.Optional(LongitudeSchema),
      north: Type.Optional(LatitudeSchema),
      east: Type.Optional(LongitudeSchema),
      category: Type.Optional(CategorySchema),
      openNow: Type.Optional(Type.Boolean()),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(NearbyShopSchema),
};

export const listMerchantCouponsSchemas = {
  params: Type.Object({ merchantId: IdSchema }),
  answer: Type.Object({ items: Type.Array(CouponSchema) }),
};

export const getCouponSchemas = { params: CouponParams, answer: CouponSchema };

export const claimCouponSchemas = { params: CouponParams, answer: GrantSchema };

export const holdCouponSchemas = {
  params: CouponParams,
  body: Type.Object(
    {
      code: CodeSchema,
      grantId: Type.Optional(IdSchema),
      position: Type.Optional(PositionSchema),
    },
    exact,
  ),
  answer: GrantSchema,
};

export const redeemCouponSchemas = {
  params: CouponParams,
  body: Type.Object({ code: CodeSchema, grantId: Type.Optional(IdSchema) }, exact),
  answer: GrantSchema,
};

export const listMyGrantsSchemas = {
  query: Type.Object(
    {
      filter: Type.Enum([...grantFilters]),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: PageSchema(GrantSchema),
};

export const getGrantSchemas = { params: Type.Object({ grantId: IdSchema }), answer: GrantSchema };

export const cancelHoldSchemas = { params: Type.Object({ grantId: IdSchema }), answer: GrantSchema };

export const listManagedCouponsSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  query: Type.Object(
    {
      state: Type.Optional(Type.Enum([...couponStates])),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: Type.Object({
    ...PageSchema(ManagedCouponSchema).properties,
    can: Type.Object({ create: Type.Boolean() }),
  }),
};

export const getManagedCouponSchemas = { params: ManagedParams, answer: ManagedCouponSchema };

const merchantIds = Type.Array(IdSchema, {
  minItems: 1,
  maxItems: couponLimits.merchants,
  uniqueItems: true,
});

export const createCouponSchemas = {
  params: Type.Object({ communityId: IdSchema }),
  body: Type.Object({ ...couponFacts, merchantIds }, exact),
  answer: ManagedCouponSchema,
};

export const updateCouponSchemas = {
  params: ManagedParams,
  body: Type.Object({ ...couponFacts, merchantIds, version: Type.Integer({ minimum: 1 }) }, exact),
  answer: ManagedCouponSchema,
};

export const setCouponStateSchemas = {
  params: ManagedParams,
  body: Type.Object({ state: Type.Enum([...couponStates]), version: Type.Integer({ minimum: 1 }) }, exact),
  answer: ManagedCouponSchema,
};
