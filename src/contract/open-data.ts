import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  ApiKeySchema,
  createApiKeySchemas,
  listApiKeysSchemas,
  NewApiKeySchema,
  revokeApiKeySchemas,
} from './open-data.schema';

export const apiKeyLimits = { nameLength: 40, keys: 20 } as const;

/** Where the cloud serves open data: GeoReport v2 (Open311) and GeoJSON. */
export const openDataPaths = { discovery: '/open311/discovery.json', base: '/open311/v2' } as const;

export type ApiKey = Static<typeof ApiKeySchema>;
export type NewApiKey = Static<typeof NewApiKeySchema>;

export const openDataProblems = defineProblems({
  too_many_api_keys: [409, '密钥够多了，先停用一个再加'],
});

const ofDesk = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Organiser, admin or auditor: without the keys themselves. */
export const listApiKeys = endpoint<typeof listApiKeysSchemas>()({
  name: 'listApiKeys',
  method: 'GET',
  path: '/api/communities/:communityId/api-keys',
  summary: 'Who may send reports by machine',
  problems: ofDesk,
});

/** Organiser or admin. The key is told this once. */
export const createApiKey = endpoint<typeof createApiKeySchemas>()({
  name: 'createApiKey',
  method: 'POST',
  path: '/api/communities/:communityId/api-keys',
  status: 201,
  idempotent: true,
  summary: 'Let somebody send reports by machine',
  problems: [...ofDesk, openDataProblems.too_many_api_keys],
});

/** Organiser or admin: for good. Again changes nothing. */
export const revokeApiKey = endpoint<typeof revokeApiKeySchemas>()({
  name: 'revokeApiKey',
  method: 'DELETE',
  path: '/api/communities/:communityId/api-keys/:apiKeyId',
  status: 204,
  summary: 'Take a key out of use',
  problems: ofDesk,
});
