import Type from 'typebox';
import {
  CursorSchema,
  IdSchema,
  InstantSchema,
  LimitSchema,
  OptionalTextSchema,
  PageSchema,
} from './http.schema';
import {
  localPicturePolicies,
  screeningDecisions,
  screeningLimits,
  screeningReasons,
  screeningStates,
  screeningSubjects,
  screeningViews,
  wechatFindings,
  wordCategories,
} from './screenings';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });

const FindingSchema = {
  why: Type.Union([Type.Enum([...screeningReasons]), Type.Null()], {
    description: 'null: nothing against it, or not known yet',
  }),
  found: Type.Union([Type.Enum([...wechatFindings]), Type.Null()], { description: 'By WeChat' }),
};

const HitSchema = Type.Object({
  start: Type.Integer({ description: 'In UTF-16 units of the text' }),
  end: Type.Integer({ description: 'Behind the last of them' }),
  category: Type.Enum([...wordCategories]),
});

export const ScreeningSchema = Type.Object({
  id: IdSchema,
  subject: Type.Object({ kind: Type.Enum([...screeningSubjects]), id: IdSchema }),
  state: Type.Enum([...screeningStates]),
  startedAt: InstantSchema,
  texts: Type.Array(Type.Object({ field: Type.String(), text: Type.String(), hits: Type.Array(HitSchema) }), {
    description: 'Empty some time after the decision',
  }),
  words: Type.Object(FindingSchema),
  pictures: Type.Array(
    Type.Object({
      id: Type.String(),
      url: Type.Union([
        Type.String({ description: 'Opens for some minutes; null: it is gone' }),
        Type.Null(),
      ]),
      thumbUrl: OptionalTextSchema,
      ...FindingSchema,
    }),
  ),
  decidedAt: Type.Union([InstantSchema, Type.Null()]),
  reason: OptionalTextSchema,
  can: Type.Object({ decide: Type.Boolean() }),
});

const WordsSchema = Type.Array(
  Type.String({ minLength: 1, maxLength: screeningLimits.wordLength, pattern: '\\S' }),
  { maxItems: screeningLimits.words, uniqueItems: true },
);

const rules = {
  localPictures: Type.Enum([...localPicturePolicies], {
    description: 'Members’ pictures that WeChat cannot check',
  }),
  addedWords: WordsSchema,
  allowedWords: Type.Array(WordsSchema.items, {
    maxItems: screeningLimits.words,
    uniqueItems: true,
    description: 'Of the common list, no longer looked at here',
  }),
};

export const ScreeningRulesSchema = Type.Object({
  ...rules,
  version: Type.Integer({ description: '0: as they are where nobody has changed them' }),
});

export const listScreeningsSchemas = {
  params: CommunityParams,
  query: Type.Object(
    {
      view: Type.Optional(Type.Enum([...screeningViews], { default: 'waiting' })),
      cursor: Type.Optional(CursorSchema),
      limit: Type.Optional(LimitSchema),
    },
    exact,
  ),
  answer: Type.Object({
    ...PageSchema(ScreeningSchema).properties,
    waiting: Type.Integer({ description: 'How many wait, whatever is looked at' }),
  }),
};

export const decideScreeningSchemas = {
  params: Type.Object({ communityId: IdSchema, screeningId: IdSchema }),
  body: Type.Object(
    {
      decision: Type.Enum([...screeningDecisions]),
      reason: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: screeningLimits.reasonLength,
          pattern: '\\S',
          description: 'Of a rejection; the author reads it',
        }),
      ),
    },
    exact,
  ),
  answer: ScreeningSchema,
};

export const getScreeningRulesSchemas = { params: CommunityParams, answer: ScreeningRulesSchema };

export const updateScreeningRulesSchemas = {
  params: CommunityParams,
  body: Type.Object({ ...rules, version: Type.Integer({ minimum: 0 }) }, exact),
  answer: ScreeningRulesSchema,
};
