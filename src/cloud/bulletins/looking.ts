import { bulletinLimits, type ManagedBulletin } from '../../contract/bulletins';
import type {
  getBulletinFiguresSchemas,
  listBulletinVersionsSchemas,
  listManagedBulletinsSchemas,
} from '../../contract/bulletins.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { mayReachAll } from './access';
import { mediaIdsOf } from './blocks';
import * as desk from './desk-queries';
import { searchOf } from './search';
import type { BulletinsParts } from './service';
import { managedOf, managedRowOf, shownBlocks } from './views';

export interface Ids {
  communityId: string;
  bulletinId: string;
}

/** One as the desk has it, and what the asker may do about it. */
export function createManagedView({ clock, communities, media }: BulletinsParts) {
  return async function view(
    from: Queries,
    { communityId, bulletinId }: Ids,
    asker: Asker,
  ): Promise<ManagedBulletin> {
    const record = await from.row(desk.find, [communityId, bulletinId]);
    if (!record) throw refuse(problems.not_found);
    const roles = asker.roles.get(communityId);
    const publisher = await from.row(desk.findPublisher, [communityId]);
    const known = await media.of(from, communityId, mediaIdsOf(record.blocks));
    return managedOf(record, {
      timeZone: await communities.timeZoneOf(from, communityId),
      now: clock.now(),
      photos: new Map(known.map((photo) => [photo.id, photo])),
      mayChange: policy.updateBulletin.allows(roles),
      mayReachAll: mayReachAll(roles, publisher?.mayPublishEverywhere ?? false),
    });
  };
}

/** What those who work here look at. */
export function createLooking(parts: BulletinsParts) {
  const { database, clock, communities, media } = parts;
  const view = createManagedView(parts);

  async function demand({ communityId, bulletinId }: Ids) {
    const record = await database.row(desk.find, [communityId, bulletinId]);
    if (!record) throw refuse(problems.not_found);
    return record;
  }

  return {
    /** Staff, organiser, admin or auditor. */
    async listManagedBulletins(
      input: InputOf<typeof listManagedBulletinsSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listManagedBulletinsSchemas>> {
      const { communityId, q, state, cursor, limit = pageLimits.default } = input;
      const words = searchOf(q)?.words ?? [];
      const values = [communityId, state ?? null, words, ...latestFrom(cursor), limit + 1];
      const rows = await database.rows(desk.list, values);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const around = { timeZone: await communities.timeZoneOf(database, communityId), now: clock.now() };
      const publisher = await database.row(desk.findPublisher, [communityId]);
      const roles = asker.roles.get(communityId);
      return {
        items: page.map((row) => managedRowOf(row, around)),
        nextCursor:
          rows.length > page.length && last ? encodeCursor([last.changedAt.getTime(), last.id]) : null,
        can: {
          create: policy.createBulletin.allows(roles),
          reachAll: mayReachAll(roles, publisher?.mayPublishEverywhere ?? false),
        },
      };
    },

    /** Staff, organiser, admin or auditor. */
    getManagedBulletin: (ids: Ids, asker: Asker): Promise<ManagedBulletin> => view(database, ids, asker),

    /** Staff, organiser, admin or auditor. */
    async listBulletinVersions(ids: Ids): Promise<AnswerOf<typeof listBulletinVersionsSchemas>> {
      const { communityId, bulletinId } = ids;
      await demand(ids);
      const rows = await database.rows(desk.listVersions, [communityId, bulletinId, bulletinLimits.versions]);
      const timeZone = await communities.timeZoneOf(database, communityId);
      const mediaIds = mediaIdsOf(rows.flatMap(({ blocks }) => blocks));
      const known = await media.of(database, communityId, mediaIds);
      const photos = new Map(known.map((photo) => [photo.id, photo]));
      return {
        items: rows.map(({ version, title, blocks, at }) => ({
          version,
          title,
          blocks: shownBlocks(blocks, photos),
          replacedAt: localIso(timeZone, at.getTime()),
        })),
      };
    },

    /** Staff, organiser, admin or auditor. */
    async getBulletinFigures(ids: Ids): Promise<AnswerOf<typeof getBulletinFiguresSchemas>> {
      const { opens, readers } = await demand(ids);
      return { opens, readers, days: await database.rows(desk.listDays, [ids.communityId, ids.bulletinId]) };
    },
  };
}
