import type { Role } from '../../contract/roles';

/** Who asks: the person behind a valid session. */
export interface Asker {
  readonly personId: string;
  readonly sessionId: string;
  /** Community id → roles held there. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  /** Ids of the shops they serve in. */
  readonly shops: ReadonlySet<string>;
}
