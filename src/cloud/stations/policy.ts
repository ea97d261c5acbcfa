import type { StationStatus } from '../../contract/stations';
import type { Asker } from '../platform/asker';
import { policy } from '../policy';

/** What the policy looks at. */
export interface Judged {
  readonly communityId: string;
  readonly status: StationStatus;
}

const held = (asker: Asker | null, { communityId }: Judged) => asker?.roles.get(communityId);

export const canCheckIn = (asker: Asker | null, { status }: Judged) =>
  asker !== null && status === 'operating';
export const canSeeCodes = (asker: Asker | null, station: Judged) =>
  policy.getStationCodes.allows(held(asker, station));
export const canTallyWalkIns = (asker: Asker | null, station: Judged) =>
  policy.tallyWalkIns.allows(held(asker, station));
