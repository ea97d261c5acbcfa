import Type from 'typebox';
import { IdSchema, InstantSchema } from './http.schema';
import { apiKeyLimits } from './open-data';

const CommunityParams = Type.Object({ communityId: IdSchema });

export const ApiKeySchema = Type.Object({
  id: IdSchema,
  name: Type.String({ description: 'Who uses it' }),
  hint: Type.String({ description: 'The first characters of the key' }),
  createdAt: InstantSchema,
  lastUsedOn: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  revokedAt: Type.Union([InstantSchema, Type.Null()]),
});

export const NewApiKeySchema = Type.Object({
  ...ApiKeySchema.properties,
  key: Type.String({ description: 'Told once; only its hash is kept' }),
});

export const listApiKeysSchemas = {
  params: CommunityParams,
  answer: Type.Object({ items: Type.Array(ApiKeySchema) }),
};

export const createApiKeySchemas = {
  params: CommunityParams,
  body: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: apiKeyLimits.nameLength, pattern: '\\S' }) },
    { additionalProperties: false },
  ),
  answer: NewApiKeySchema,
};

export const revokeApiKeySchemas = {
  params: Type.Object({ communityId: IdSchema, apiKeyId: IdSchema }),
};
