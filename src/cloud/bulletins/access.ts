import { bulletinAudiences, type BulletinAudience } from '../../contract/bulletins';
import type { Role } from '../../contract/roles';
import type { Asker } from '../platform/asker';
import { inCommunity } from '../platform/rules';
import { policy } from '../policy';
import type { BulletinRecord } from './queries';

const publishers = inCommunity('admin');

/** Whether holders of these roles may speak to every community, where theirs may. */
export const mayReachAll = (roles: readonly Role[] | undefined, mayPublishEverywhere: boolean): boolean =>
  mayPublishEverywhere && publishers.allows(roles);

/** What holders of these roles in a community read of it; undefined: they are no members. */
export function audiencesOf(roles: readonly Role[] | undefined): BulletinAudience[] {
  if (!roles) return ['everyone'];
  const readsAll = roles.includes('grid_member') || policy.listManagedBulletins.allows(roles);
  return readsAll ? [...bulletinAudiences] : ['everyone', 'riders'];
}

/** One for every community is read by whoever would read it in one of theirs. */
export function mayRead(
  asker: Asker | null,
  { communityId, audience, reach }: Pick<BulletinRecord, 'communityId' | 'audience' | 'reach'>,
): boolean {
  if (audience === 'everyone') return true;
  if (!asker) return false;
  const held = reach === 'all' ? [...asker.roles.values()] : [asker.roles.get(communityId)];
  return held.some((roles) => audiencesOf(roles).includes(audience));
}
