import Type from 'typebox';
import { redemptionWays } from './coupons';
import { CouponValueSchema, PricePointsSchema } from './coupons.schema';
import {
  CursorSchema,
  DateSchema,
  FileSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  PageSchema,
} from './http.schema';
import { passPattern, redemptionFlags, redemptionLimits } from './redemptions';

const exact = { additionalProperties: false };
const MerchantParams = Type.Object({ merchantId: IdSchema });
const CommunityParams = Type.Object({ communityId: IdSchema });
const HoldParams = Type.Object({ merchantId: IdSchema, grantId: IdSchema });
const MonthParams = Type.Object({
  communityId: IdSchema,
  month: Type.String({ pattern: '^20\\d\\d-(0[1-9]|1[0-2])$', description: 'YYYY-MM' }),
});
const RiderSchema = Type.String({ description: 'Masked; 骑手 where they share no name' });
const CodeSchema = Type.String({ pattern: passPattern, description: 'As the rider’s phone shows it' });
const NamedCouponSchema = Type.Object({ id: IdSchema, title: Type.String(), value: CouponValueSchema });

export const HoldSchema = Type.Object({
  grantId: IdSchema,
  coupon: NamedCouponSchema,
  rider: RiderSchema,
  heldAt: InstantSchema,
  until: InstantSchema,
});

export const HoldsSchema = Type.Object({ items: Type.Array(HoldSchema) });

export const RedemptionSchema = Type.Object({
  id: IdSchema,
  number: Type.String({ description: 'What rider and shop compare, six digits' }),
  way: Type.Enum([...redemptionWays]),
  coupon: NamedCouponSchema,
  merchant: Type.Object({ id: IdSchema, name: Type.String() }),
  rider: RiderSchema,
  at: InstantSchema,
  flags: Type.Array(Type.Enum([...redemptionFlags])),
  reversibleUntil: InstantSchema,
  reversed: Type.Union([Type.Object({ at: InstantSchema, reason: Type.String() }), Type.Null()]),
});

export const PassSchema = Type.Object({
  id: Type.String({ description: 'What the phone signs' }),
  key: Type.String({ description: 'Base64url; kept on the phone, never shown' }),
  expiresAt: InstantSchema,
  now: InstantSchema,
});

export const PassReadingSchema = Type.Object({
  rider: RiderSchema,
  coupons: Type.Array(
    Type.Object({
      ...NamedCouponSchema.properties,
      grantId: Type.Union([IdSchema, Type.Null()], {
        description: 'Claimed ahead; null where taken at once',
      }),
      pricePoints: PricePointsSchema,
    }),
  ),
});

export const listHoldsSchemas = { params: MerchantParams, answer: HoldsSchema };

export const watchHoldsSchemas = { params: MerchantParams, answer: HoldsSchema };

export const confirmHoldSchemas = { params: HoldParams, answer: RedemptionSchema };

export const declineHoldSchemas = { params: HoldParams };

export const createPassSchemas = { answer: PassSchema };

export const readPassSchemas = {
  params: MerchantParams,
  body: Type.Object({ code: CodeSchema }, exact),
  answer: PassReadingSchema,
};

export const redeemByPassSchemas = {
  params: MerchantParams,
  body: Type.Object({ code: CodeSchema, couponId: IdSchema, grantId: Type.Optional(IdSchema) }, exact),
  answer: RedemptionSchema,
};

export const listRedemptionsSchemas = {
  params: MerchantParams,
  query: Type.Object({ cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) }, exact),
  answer: PageSchema(RedemptionSchema),
};

export const reverseRedemptionSchemas = {
  params: Type.Object({ merchantId: IdSchema, redemptionId: IdSchema }),
  body: Type.Object(
    { reason: Type.String({ minLength: 1, maxLength: redemptionLimits.reasonLength, pattern: '\\S' }) },
    exact,
  ),
  answer: RedemptionSchema,
};

const CountSchema = Type.Object({ redeemed: Type.Integer(), reversed: Type.Integer() });

export const getFiguresSchemas = {
  params: MerchantParams,
  answer: Type.Object({
    today: CountSchema,
    week: CountSchema,
    days: Type.Array(Type.Object({ day: DateSchema, ...CountSchema.properties }), {
      description: 'The last seven, the oldest first',
    }),
  }),
};

export const exportRedemptionsSchemas = {
  params: MerchantParams,
  query: Type.Object({ from: DateSchema, to: DateSchema }, exact),
  answer: FileSchema,
};

export const listFlaggedRedemptionsSchemas = {
  params: CommunityParams,
  query: Type.Object({ cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) }, exact),
  answer: PageSchema(RedemptionSchema),
};

export const SettlementSchema = Type.Object({
  month: Type.String(),
  rows: Type.Array(
    Type.Object({
      merchant: Type.Object({ id: IdSchema, name: Type.String() }),
      coupon: NamedCouponSchema,
      ...CountSchema.properties,
      standing: Type.Integer({ description: 'Redeemed and not taken back' }),
      amountFen: Type.Union([Type.Integer(), Type.Null()], {
        description: 'What riders were spared, fen; null where the coupon names no amount',
      }),
    }),
  ),
});

export const getSettlementSchemas = { params: MonthParams, answer: SettlementSchema };

export const exportSettlementSchemas = { params: MonthParams, answer: FileSchema };
