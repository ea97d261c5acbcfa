import type { Asker } from '../platform/asker';
import { policy } from '../policy';

/** Redeem, and see what was redeemed: a clerk of the shop, or staff of its community. */
export const canServe = (
  asker: Asker | null,
  { id, communityId }: { id: string; communityId: string },
): boolean =>
  asker !== null && (asker.shops.has(id) || policy.listClerks.allows(asker.roles.get(communityId)));
