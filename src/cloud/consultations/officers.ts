import type { Officer } from '../../contract/consultation-desk';
import { problems } from '../../contract/http';
import { officersOf } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { inCommunity } from '../platform/rules';

/** Who may speak for any officer. */
const forEverybody = inCommunity('staff', 'organiser', 'admin');

const isStaff = ({ roles }: Asker, communityId: string) => forEverybody.allows(roles.get(communityId));

/** Whose hours and days the asker may see and set: their own, or those of everybody. */
export async function officersFor(from: Queries, communityId: string, asker: Asker): Promise<Officer[]> {
  const officers = await officersOf(from, communityId);
  if (isStaff(asker, communityId)) return officers;
  return officers.filter(({ personId }) => personId === asker.personId);
}

/** To others an officer is not there. */
export function demandOfficer(asker: Asker, communityId: string, officerId: string | null): void {
  if (officerId !== asker.personId && !isStaff(asker, communityId)) throw refuse(problems.not_found);
}
