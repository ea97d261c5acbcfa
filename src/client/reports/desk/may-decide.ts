import { useRootStore } from '../../root-store';

/** Whether the person hands out cases here, rather than deal with or look at some; the cloud decides all the same. */
export function useMayDecide(communityId: string): boolean {
  const { me } = useRootStore().sessions;
  const membership = me?.memberships.find((one) => one.communityId === communityId);
  return membership?.desk.decideReports ?? false;
}
