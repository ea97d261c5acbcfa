import Type from 'typebox';
import { IdSchema, orNull } from './http.schema';
import { categoryLimits } from './request-categories';
import { RequestCategorySchema, RequestIconSchema } from './requests.schema';

const exact = { additionalProperties: false };
const CommunityParams = Type.Object({ communityId: IdSchema });
const CategoryParams = Type.Object({ communityId: IdSchema, categoryId: IdSchema });
const VersionSchema = Type.Integer({ minimum: 1, description: 'The one seen; another is refused' });

const ReaderSchema = Type.Object({
  personId: IdSchema,
  nickname: Type.String(),
  departments: Type.Array(Type.String({ description: 'Where they are an officer' })),
});

export const RequestReadersSchema = Type.Object({
  readers: Type.Array(ReaderSchema),
  candidates: Type.Array(ReaderSchema, {
    description: 'Officers and staff who could be put on the list; the asker is not among them',
  }),
  version: Type.Integer({ description: 'Of the category' }),
});

export const setRequestCategoriesSchemas = {
  params: CommunityParams,
  body: Type.Object(
    {
      categories: Type.Array(
        Type.Object(
          {
            id: Type.Union([IdSchema, Type.Null()], { description: 'null: a new one' }),
            name: Type.String({ minLength: 1, maxLength: categoryLimits.nameLength, pattern: '\\S' }),
            hint: orNull(Type.String({ minLength: 1, maxLength: categoryLimits.hintLength, pattern: '\\S' })),
            icon: RequestIconSchema,
            departmentId: IdSchema,
            isConfidential: Type.Boolean(),
            answerDays: Type.Integer({ minimum: 1, maximum: categoryLimits.answerDays }),
            isActive: Type.Boolean(),
            version: orNull(VersionSchema),
          },
          exact,
        ),
        { minItems: 1, maxItems: categoryLimits.categories, description: 'All of them, in their order' },
      ),
    },
    exact,
  ),
  answer: Type.Object({ items: Type.Array(RequestCategorySchema) }),
};

export const getRequestReadersSchemas = { params: CategoryParams, answer: RequestReadersSchema };

export const setRequestReadersSchemas = {
  params: CategoryParams,
  body: Type.Object(
    {
      personIds: Type.Array(IdSchema, { maxItems: categoryLimits.readers, uniqueItems: true }),
      version: VersionSchema,
    },
    exact,
  ),
  answer: RequestReadersSchema,
};
