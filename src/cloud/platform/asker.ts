import type { Role } from '../../contract/roles';

/** Who asks: the person behind a valid session. */
export interface Asker {
  readonly personId: string;
  readonly sessionId: string;
  /** Community id → roles held there. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

/** Whether the asker holds one of these roles in the community. */
export function hasRole(asker: Asker | null, communityId: string, ...roles: Role[]): boolean {
  return asker?.roles.get(communityId)?.some((role) => roles.includes(role)) ?? false;
}
