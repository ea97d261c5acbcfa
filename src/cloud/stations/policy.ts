import type { StationStatus } from '../../contract/stations';
import { hasRole, type Asker } from '../platform/asker';

/** What the policy looks at. */
export interface Judged {
  readonly communityId: string;
  readonly status: StationStatus;
}

const isStaff = (asker: Asker | null, { communityId }: Judged) =>
  hasRole(asker, communityId, 'staff', 'organiser', 'admin');

export const canCheckIn = (asker: Asker | null, { status }: Judged) =>
  asker !== null && status === 'operating';
export const canSeeCodes = isStaff;
export const canTallyWalkIns = isStaff;
