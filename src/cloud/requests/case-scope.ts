import { dutiesOf } from '../members/service';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { policy } from '../policy';
import * as queries from './case-queries';
import type { RequestRecord } from './queries';

/** Of which requests somebody may know. */
export interface RequestScope {
  /** Of those that are not confidential: theirs; null: all in the community. */
  departmentIds: readonly string[] | null;
  /** Categories on whose list they stand: of confidential ones there is no other way. */
  readerOf: readonly string[];
}

/** Who works for the community routes what is not confidential; an officer has what their departments have now. */
export async function scopeOf(from: Queries, communityId: string, asker: Asker): Promise<RequestScope> {
  const roles = asker.roles.get(communityId);
  const reading = await from.rows(queries.listReading, [communityId, asker.personId]);
  const readerOf = reading.map(({ categoryId }) => categoryId);
  if (policy.setMemberStatus.allows(roles)) return { departmentIds: null, readerOf };
  if (!roles?.includes('department_officer')) return { departmentIds: [], readerOf };
  const { departmentIds } = await dutiesOf(from, communityId, asker.personId);
  return { departmentIds, readerOf };
}

export function isInScope(
  { departmentIds, readerOf }: RequestScope,
  { isConfidential, categoryId, departmentId }: RequestRecord,
): boolean {
  if (isConfidential) return readerOf.includes(categoryId);
  return departmentIds === null || (departmentId !== null && departmentIds.includes(departmentId));
}
