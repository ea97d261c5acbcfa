import type { Membership } from '../../../contract/people';
import type { RootStore } from '../../root-store';

/** Where the person is right now; null for who has joined no community. */
export function currentMembership({ sessions }: RootStore): Membership | null {
  const { me } = sessions;
  if (!me) return null;
  return (
    me.memberships.find(({ communityId }) => communityId === me.currentCommunityId) ??
    me.memberships[0] ??
    null
  );
}
