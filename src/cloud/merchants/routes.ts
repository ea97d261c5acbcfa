import * as imports from '../../contract/merchant-imports';
import * as importSchemas from '../../contract/merchant-imports.schema';
import * as merchants from '../../contract/merchants';
import * as schemas from '../../contract/merchants.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Merchants } from './service';

function shopRoutes({ on, onKeyed }: Router, service: Merchants): void {
  on(merchants.getMerchant, schemas.getMerchantSchemas, policy.getMerchant, ({ input, asker }) =>
    service.getMerchant(input, asker),
  );
  on(merchants.listMyMerchants, schemas.listMyMerchantsSchemas, policy.listMyMerchants, ({ asker }) =>
    service.listMyMerchants(asker),
  );
  on(merchants.applyAsMerchant, schemas.applyAsMerchantSchemas, policy.applyAsMerchant, (call) =>
    service.applyAsMerchant(call.input, call.asker, call.tx),
  );
  on(merchants.updateShop, schemas.updateShopSchemas, policy.updateShop, ({ input, asker }) =>
    service.updateShop(input, asker),
  );
  onKeyed(merchants.addMerchantPhoto, schemas.addMerchantPhotoSchemas, policy.addMerchantPhoto, (call) =>
    service.addMerchantPhoto(call.input, call.asker, call.caller.key()),
  );
  on(
    merchants.removeMerchantPhoto,
    schemas.removeMerchantPhotoSchemas,
    policy.removeMerchantPhoto,
    ({ input, asker }) => service.removeMerchantPhoto(input, asker),
  );
}

function clerkRoutes({ on }: Router, service: Merchants): void {
  on(merchants.listClerks, schemas.listClerksSchemas, policy.listClerks, ({ input }) =>
    service.listClerks(input),
  );
  on(merchants.removeClerk, schemas.removeClerkSchemas, policy.removeClerk, ({ input }) =>
    service.removeClerk(input),
  );
  on(merchants.inviteClerk, schemas.inviteClerkSchemas, policy.inviteClerk, ({ input, tx }) =>
    service.inviteClerk(input, tx),
  );
  on(merchants.acceptInvitation, schemas.acceptInvitationSchemas, policy.acceptInvitation, (call) =>
    service.acceptInvitation(call.input, call.asker, call.tx),
  );
}

function deskRoutes({ on, onKeyed }: Router, service: Merchants): void {
  on(merchants.listMerchants, schemas.listMerchantsSchemas, policy.listMerchants, ({ input, asker }) =>
    service.listMerchants(input, asker),
  );
  on(
    merchants.getManagedMerchant,
    schemas.getManagedMerchantSchemas,
    policy.getManagedMerchant,
    ({ input, asker }) => service.getManagedMerchant(input, asker),
  );
  on(imports.getMerchantTemplate, importSchemas.getMerchantTemplateSchemas, policy.getMerchantTemplate, () =>
    service.getMerchantTemplate(),
  );
  onKeyed(imports.importMerchants, importSchemas.importMerchantsSchemas, policy.importMerchants, (call) =>
    service.importMerchants(call.input, call.asker, call.caller.key()),
  );
  on(merchants.createMerchant, schemas.createMerchantSchemas, policy.createMerchant, ({ input, tx }) =>
    service.createMerchant(input, tx),
  );
  on(merchants.updateMerchant, schemas.updateMerchantSchemas, policy.updateMerchant, ({ input }) =>
    service.updateMerchant(input),
  );
  on(merchants.setMerchantStatus, schemas.setMerchantStatusSchemas, policy.setMerchantStatus, ({ input }) =>
    service.setMerchantStatus(input),
  );
  on(
    merchants.decideMerchantApplication,
    schemas.decideMerchantApplicationSchemas,
    policy.decideMerchantApplication,
    ({ input, asker }) => service.decideMerchantApplication(input, asker),
  );
}

export function merchantRoutes(router: Router, service: Merchants): void {
  shopRoutes(router, service);
  clerkRoutes(router, service);
  deskRoutes(router, service);
}
