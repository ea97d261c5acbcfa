import { problems } from '../../contract/http';
import { sessionProblems } from '../../contract/sessions';
import type { Notify } from '../notices/service';
import type { Changes } from '../platform/changes';
import type { Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { refuse } from '../platform/refusal';
import type { createPhones } from './phones';
import * as queries from './identity-queries';
import { newcomer } from './texts';

interface Parts {
  changes: Changes;
  phones: ReturnType<typeof createPhones>;
  personalData: readonly PersonalData[];
  notify: Notify;
}

/**
 * Two people who turned out to be one become the older of the two, in one transaction; refused, with nothing changed,
 * where both have an identity of one kind. Returns who stays.
 */
export function createBecomeOne({ changes, phones, personalData, notify }: Parts) {
  return async function becomeOne(tx: Queries, one: string, other: string): Promise<string> {
    const [stays, goes] = await tx.rows(queries.lockPeople, [[one, other]]);
    if (!stays || !goes) throw refuse(problems.conflict);
    if (stays.isDemo || goes.isDemo) throw refuse(sessionProblems.demo_account);
    const pair = [goes.id, stays.id];
    await tx.run(queries.moveIdentities, pair);
    if (await tx.row(queries.findLeft, [goes.id])) throw refuse(sessionProblems.identity_clash);
    const phone = await phones.find(tx, goes.id);
    await tx.run(queries.takeOver, [...pair, newcomer]);
    if (phone) await phones.set(tx, stays.id, phone);
    await tx.run(queries.moveAvatar, pair);
    for (const { merge } of personalData.toReversed()) await merge(tx, goes.id, stays.id);
    for (const { forget } of personalData) await forget(tx, goes.id);
    const values = { event: 'merged' } as const;
    await notify(tx, {
      personId: stays.id,
      communityId: null,
      kind: 'account',
      values,
      link: 'sessions/rider/ways',
    });
    for (const { id } of [stays, goes]) await changes.announce(tx, 'sessions', id);
    return stays.id;
  };
}
