import { problems, type InputOf } from '../../contract/http';
import { merchantProblems, type Merchant, type MyMerchant } from '../../contract/merchants';
import type { applyAsMerchantSchemas, updateShopSchemas } from '../../contract/merchants.schema';
import type { Audit } from '../audit/service';
import type { Communities } from '../communities/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { refuse } from '../platform/refusal';
import type { Settings } from '../platform/settings';
import { keepSnapshot } from '../platform/snapshot';
import { createClerks } from './clerks';
import { createDesk } from './desk';
import { createImporting } from './importing';
import { createPhotos } from './photos';
import { canServe } from './policy';
import * as queries from './queries';
import { factsOf, merchantOf, shopOf, type Shop } from './shop';

export { serveMerchantPhotos } from './photos';
export { forgetApplications, merchantsPersonalData } from './personal-data';
export type { Shop } from './shop';

export interface MerchantsParts {
  database: Database;
  clock: Clock;
  changes: Changes;
  settings: Pick<Settings, 'publicUrl'>;
  communities: Communities;
  people: People;
  audit: Audit;
  notify: Notify;
  /** Makes somebody a member of a community unless they are. */
  join: (tx: Queries, communityId: string, personId: string) => Promise<void>;
}

interface MerchantIds {
  communityId: string;
  merchantId: string;
}

/** What clerks and desk need of the shops in memory. */
export interface Shops {
  /** Refused when there is none. Not inside a transaction. */
  shopById(merchantId: string): Promise<Shop>;
  /** Where a shop is, inside a transaction too; refused when there is none. */
  placeOf(tx: Queries, merchantId: string): Promise<{ communityId: string; timeZone: string }>;
  /** In the transaction that changed it. */
  changed(tx: Queries, record: queries.MerchantRecord): Promise<void>;
}

function keepShops({ database, changes, communities }: MerchantsParts) {
  return keepSnapshot(changes, ['merchants', 'communities'], async () => {
    const known = await communities.known();
    const records = await database.rows(queries.listAll);
    const shops = records.flatMap((record) => {
      const community = known.get(record.communityId);
      return community ? [shopOf(record, community)] : [];
    });
    return new Map(shops.map((shop) => [shop.id, shop]));
  });
}

const mineOf = ({ id, communityId, name, status, declineReason, isClerk }: queries.MyRecord): MyMerchant => ({
  id,
  communityId,
  name,
  status,
  isClerk,
  declineReason,
});

type Kept = ReturnType<typeof keepShops>;

function createShops({ changes, communities }: MerchantsParts, kept: Kept): Shops {
  return {
    async shopById(merchantId) {
      const shop = (await kept.get()).get(merchantId);
      if (!shop) throw refuse(problems.not_found);
      return shop;
    },
    async placeOf(tx, merchantId) {
      const known = kept.last()?.get(merchantId)?.communityId;
      const communityId = known ?? (await tx.row(queries.findCommunity, [merchantId]))?.communityId;
      if (!communityId) throw refuse(problems.not_found);
      return { communityId, timeZone: await communities.timeZoneOf(tx, communityId) };
    },
    changed: (tx, { id }) => changes.announce(tx, 'merchants', id),
  };
}

/** What other concepts ask about shops, inside a transaction too. */
function createLookups({ communities }: MerchantsParts) {
  return {
    /** Names of shops of one community by id, inside a transaction too. */
    async namesOf(from: Queries, of: readonly MerchantIds[]): Promise<Map<string, string>> {
      const [first] = of;
      const ids = [...new Set(of.map(({ merchantId }) => merchantId))];
      const rows = first ? await from.rows(queries.listNames, [first.communityId, ids]) : [];
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    /** Whether a shop had opened then, by the hours it has now. In a transaction. */
    async wasOpen(tx: Queries, { communityId, merchantId }: MerchantIds, at: Date): Promise<boolean> {
      const record = await tx.row(queries.find, [communityId, merchantId]);
      const community = await communities.describe(tx, communityId);
      return record !== undefined && shopOf(record, community).openingAt(at.getTime()).isOpen;
    },
  };
}

/** What a person does about shops of their own. */
function createOwn({ database, clock }: MerchantsParts, shops: Shops) {
  return {
    /** A signed-in person, their own. */
    async listMyMerchants({ personId }: Asker): Promise<{ items: MyMerchant[] }> {
      return { items: (await database.rows(queries.listMine, [personId])).map(mineOf) };
    },

    /** A member of the community. */
    async applyAsMerchant(
      input: InputOf<typeof applyAsMerchantSchemas>,
      { personId }: Asker,
      tx: Queries,
    ): Promise<MyMerchant> {
      const { communityId } = input;
      const record = await tx.row(queries.insert, [
        communityId,
        newId(),
        ...factsOf(input),
        null,
        null,
        clock.now(),
        personId,
      ]);
      if (!record) throw refuse(merchantProblems.merchant_applied_already);
      await shops.changed(tx, record);
      return mineOf({ ...record, isClerk: false });
    },
  };
}

export type Merchants = ReturnType<typeof createMerchants>;

/** Shops that take part, and who serves there. */
export function createMerchants(parts: MerchantsParts) {
  const { database, clock } = parts;
  const kept = keepShops(parts);
  const shops = createShops(parts, kept);
  const clerks = createClerks(parts, shops);

  const present = (shop: Shop, asker: Asker | null) =>
    merchantOf(shop, clock.now().getTime(), { serve: canServe(asker, shop) });

  return {
    ...clerks,
    ...createDesk(parts, shops, clerks),
    ...createPhotos(parts, shops),
    ...createImporting(parts, shops),
    ...createLookups(parts),
    ...createOwn(parts, shops),

    /** All shops by id, for other concepts. Not inside a transaction. */
    known: () => kept.get(),

    shopById: shops.shopById,
    placeOf: shops.placeOf,

    /** Anyone; what is not public only those who serve there. */
    async getMerchant({ merchantId }: { merchantId: string }, asker: Asker | null): Promise<Merchant> {
      const shop = await shops.shopById(merchantId);
      if (!shop.isPublic && !canServe(asker, shop)) throw refuse(problems.not_found);
      return present(shop, asker);
    },

    /** A clerk of the shop, or staff; what is not named stays. */
    async updateShop(
      { merchantId, hours, phone, trustsPrintedCode }: InputOf<typeof updateShopSchemas>,
      asker: Asker,
    ): Promise<Merchant> {
      const { communityId } = await shops.shopById(merchantId);
      await database.transaction(async (tx) => {
        const values = [hours ? JSON.stringify(hours) : null, phone ?? null, phone !== undefined];
        const record = await tx.row(queries.updateShop, [
          communityId,
          merchantId,
          ...values,
          trustsPrintedCode ?? null,
        ]);
        if (!record) throw refuse(problems.not_found);
        await shops.changed(tx, record);
      });
      return present(await shops.shopById(merchantId), asker);
    },
  };
}
