import Type from 'typebox';
import { CursorSchema, IdSchema, InstantSchema, LimitSchema, OptionalTextSchema } from './http.schema';
import { pointKinds, pointLimits, pointSources } from './points';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const MemberParams = Type.Object({ communityId: IdSchema, personId: IdSchema });
const pageQuery = Type.Object(
  { cursor: Type.Optional(CursorSchema), limit: Type.Optional(LimitSchema) },
  exact,
);
const BalanceSchema = Type.Integer({ minimum: 0 });

export const PointRuleSchema = Type.Object(
  {
    source: Type.Enum([...pointSources]),
    points: Type.Integer({
      minimum: 0,
      maximum: pointLimits.points,
      description: 'Each time; of volunteering each hour',
    }),
    perDay: Type.Integer({
      minimum: 1,
      maximum: pointLimits.perDay,
      description: 'How many times, of volunteering how many hours, count on one day',
    }),
  },
  exact,
);

export const PointRulesSchema = Type.Object({
  items: Type.Array(PointRuleSchema, { description: 'One for each source' }),
  version: Type.Integer({ description: '0: as they are where nobody has changed them' }),
});

export const PointEntrySchema = Type.Object({
  id: IdSchema,
  kind: Type.Enum([...pointKinds]),
  amount: Type.Integer({ description: 'Never 0; spent ones are negative' }),
  about: Type.Union([Type.String(), Type.Null()], {
    description: 'The coupon’s title; null where there is none',
  }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Of a correction' }),
  at: InstantSchema,
});

const PointsPageSchema = Type.Object({
  balance: BalanceSchema,
  items: Type.Array(PointEntrySchema),
  nextCursor: OptionalTextSchema,
});

export const getMyPointsSchemas = { params: CommunityParams, query: pageQuery, answer: PointsPageSchema };

export const listPointRulesSchemas = { params: CommunityParams, answer: PointRulesSchema };

export const updatePointRulesSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      rules: Type.Array(PointRuleSchema, {
        minItems: pointSources.length,
        maxItems: pointSources.length,
        description: 'One for each source',
      }),
      version: Type.Integer({ minimum: 0 }),
    },
    exact,
  ),
  answer: PointRulesSchema,
};

export const getMemberPointsSchemas = {
  params: MemberParams,
  query: pageQuery,
  answer: Type.Object({
    ...PointsPageSchema.properties,
    can: Type.Object({ correct: Type.Boolean() }),
  }),
};

export const correctPointsSchemas = {
  params: MemberParams,
  body: Type.Object(
    {
      amount: Type.Integer({
        minimum: -pointLimits.correction,
        maximum: pointLimits.correction,
        not: { const: 0 },
        description: 'What is added; negative takes away',
      }),
      reason: Type.String({ minLength: 1, maxLength: pointLimits.reasonLength, pattern: '\\S' }),
    },
    exact,
  ),
  answer: Type.Object({ balance: BalanceSchema, entry: PointEntrySchema }),
};
