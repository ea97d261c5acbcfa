import {
  applyForGrid,
  decideGridApplication,
  type GridDecision,
  type GridMembership,
} from '../../../src/contract/members';
import { newKey } from '../../../src/client/idempotency-key';
import { signedInRider, type Rider } from './rider';

export function communityOf({ root }: Rider): string {
  const membership = root.sessions.me?.memberships[0];
  if (!membership) throw new Error('Belongs to no community');
  return membership.communityId;
}

/** Asks to be a grid member, without a page. */
export function applyAs(rider: Rider, areas = ['荷风路']): Promise<GridMembership> {
  const input = { communityId: communityOf(rider), areas };
  return rider.root.api.call(applyForGrid, input, { key: newKey(Date.now()) });
}

/** What staff decide, without a page. */
export async function decideAsStaff(
  { id, version }: GridMembership,
  decision: GridDecision,
  reason?: string,
): Promise<void> {
  const staff = await signedInRider('staff');
  await staff.root.api.call(decideGridApplication, {
    communityId: communityOf(staff),
    applicationId: id,
    decision,
    version,
    ...(reason && { reason }),
  });
}
