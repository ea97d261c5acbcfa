import { createHash } from 'node:crypto';
import { problems } from '../../contract/http';
import {
  merchantLimits,
  merchantProblems,
  type Clerk,
  type Invitation,
  type MyMerchant,
} from '../../contract/merchants';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newTypedCode } from '../platform/ids';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import type { MerchantsParts, Shops } from './service';

const hourMs = 3_600_000;
/** Page of the app that takes the code. */
const landing = 'merchants/shop/mine';

const hashOf = (code: string): Buffer => createHash('sha256').update(`merchant-invitation:${code}`).digest();

function createAdding({ clock, changes }: MerchantsParts) {
  async function followRole(tx: Queries, communityId: string, personId: string): Promise<void> {
    await tx.run(queries.followClerkRole, [communityId, personId]);
    await changes.announce(tx, 'sessions', personId);
  }

  /** Changes nothing for who is one already; refused when there are too many. */
  async function addClerk(
    tx: Queries,
    communityId: string,
    merchantId: string,
    personId: string,
  ): Promise<void> {
    await tx.row(queries.lock, [communityId, merchantId]);
    const ids = [communityId, merchantId, personId];
    if (!(await tx.run(queries.insertClerk, [...ids, clock.now(), merchantLimits.clerks])))
      throw refuse(
        (await tx.row(queries.isClerk, ids))
          ? merchantProblems.clerk_already
          : merchantProblems.too_many_clerks,
      );
    await followRole(tx, communityId, personId);
  }

  return { followRole, addClerk };
}

type Adding = ReturnType<typeof createAdding>;

function createInvitations(
  { clock, settings, join }: MerchantsParts,
  { placeOf }: Pick<Shops, 'placeOf'>,
  { addClerk }: Pick<Adding, 'addClerk'>,
) {
  return {
    /** A clerk of the shop, or staff. Only a hash of the code is kept. */
    async inviteClerk({ merchantId }: { merchantId: string }, tx: Queries): Promise<Invitation> {
      const { communityId, timeZone } = await placeOf(tx, merchantId);
      const code = newTypedCode();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + merchantLimits.invitationHours * hourMs);
      await tx.run(queries.insertInvitation, [communityId, hashOf(code), merchantId, now, expiresAt]);
      return {
        code,
        url: `${settings.publicUrl}/#/${landing}?invitation=${code}`,
        expiresAt: localIso(timeZone, expiresAt.getTime()),
      };
    },

    /** A signed-in person who was given the code. */
    async acceptInvitation(
      { code }: { code: string },
      { personId }: Asker,
      tx: Queries,
    ): Promise<MyMerchant> {
      const taken = await tx.row(queries.takeInvitation, [hashOf(code), clock.now()]);
      if (!taken) throw refuse(merchantProblems.invitation_unknown);
      const { communityId, merchantId } = taken;
      await join(tx, communityId, personId);
      await addClerk(tx, communityId, merchantId, personId);
      const record = await tx.row(queries.find, [communityId, merchantId]);
      if (!record) throw refuse(problems.not_found);
      const { name, status, declineReason } = record;
      return { id: merchantId, communityId, name, status, isClerk: true, declineReason };
    },
  };
}

/** Who serves in a shop; the role in the community follows. */
export function createClerks(parts: MerchantsParts, shops: Shops) {
  const { database, people } = parts;
  const { shopById } = shops;
  const { followRole, addClerk } = createAdding(parts);

  return {
    addClerk,
    ...createInvitations(parts, shops, { addClerk }),

    /** A clerk of the shop, or staff. */
    async listClerks({ merchantId }: { merchantId: string }): Promise<{ items: Clerk[] }> {
      const { communityId, timeZone } = await shopById(merchantId);
      const rows = await database.rows(queries.listClerks, [communityId, merchantId]);
      const known = await people.describePeople(
        database,
        rows.map(({ personId }) => personId),
      );
      const items = rows.flatMap(({ personId, joinedAt }) => {
        const person = known.get(personId);
        return person ? [{ person, joinedAt: localIso(timeZone, joinedAt.getTime()) }] : [];
      });
      return { items };
    },

    /** A clerk of the shop, or staff. */
    async removeClerk({
      merchantId,
      personId,
    }: {
      merchantId: string;
      personId: string;
    }): Promise<undefined> {
      const { communityId } = await shopById(merchantId);
      await database.transaction(async (tx) => {
        if (!(await tx.run(queries.deleteClerk, [communityId, merchantId, personId])))
          throw refuse(problems.not_found);
        await followRole(tx, communityId, personId);
      });
    },
  };
}
