import * as openData from '../../contract/open-data';
import * as schemas from '../../contract/open-data.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { OpenData } from './service';

export function openDataRoutes({ on, onKeyed }: Router, service: OpenData): void {
  on(openData.listApiKeys, schemas.listApiKeysSchemas, policy.listApiKeys, ({ input }) =>
    service.listApiKeys(input),
  );
  onKeyed(openData.createApiKey, schemas.createApiKeySchemas, policy.createApiKey, (call) =>
    service.createApiKey(call.input, call.asker, call.caller.key()),
  );
  on(openData.revokeApiKey, schemas.revokeApiKeySchemas, policy.revokeApiKey, ({ input, asker }) =>
    service.revokeApiKey(input, asker),
  );
}
