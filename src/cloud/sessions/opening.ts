import { randomBytes } from 'node:crypto';
import type { IdentityKind } from '../../contract/people';
import type { Session } from '../../contract/sessions';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import type { Caller } from '../platform/router';
import { deviceOf } from './device';
import { expiryFrom, hashOf } from './identify';
import * as queries from './queries';
import type { SessionsParts } from './service';

export type OpenSession = (
  tx: Queries,
  personId: string,
  way: IdentityKind,
  caller: Caller,
) => Promise<Session>;

/** A new session, in the caller's transaction. The token leaves once; its hash stays. */
export function createOpening({ clock, people }: Pick<SessionsParts, 'clock' | 'people'>): OpenSession {
  return async (tx, personId, way, caller) => {
    const token = randomBytes(32).toString('base64url');
    const now = clock.now();
    const expiresAt = expiryFrom(now);
    const device = deviceOf(caller.header('user-agent'));
    await tx.run(queries.insertSession, [hashOf(token), newId(), personId, now, expiresAt, way, device]);
    return { token, expiresAt: expiresAt.toISOString(), me: await people.describeMe(tx, personId) };
  };
}
