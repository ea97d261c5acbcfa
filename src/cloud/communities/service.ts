import { LRUCache } from 'lru-cache';
import type { BlockMap, Community } from '../../contract/communities';
import { problems } from '../../contract/http';
import type { Changes } from '../platform/changes';
import type { Database, Queries } from '../platform/database';
import { metresBetween, type Point } from '../platform/distance';
import { refuse } from '../platform/refusal';
import type { Settings } from '../platform/settings';
import { SharedJson } from '../platform/shared-json';
import { keepSnapshot } from '../platform/snapshot';
import { areasNamed, type Area } from './areas';
import * as queries from './queries';

export type { KnownCommunity } from './queries';
import type { KnownCommunity } from './queries';

interface CommunitiesParts {
  database: Database;
  changes: Changes;
  settings: Pick<Settings, 'tiandituKey'>;
}

/** Block maps are large and few; the least used one makes room. */
const keptMaps = 50;

function positionOf({ lat, lng }: { lat?: number; lng?: number }): Point | null {
  if (lat !== undefined && lng !== undefined) return { lat, lng };
  if (lat === undefined && lng === undefined) return null;
  const missing = lat === undefined ? 'lat' : 'lng';
  throw refuse(problems.invalid_input, { fields: { [missing]: '要同时给出 lat 和 lng' } });
}

export type Communities = ReturnType<typeof createCommunities>;

export function createCommunities({ database, changes, settings }: CommunitiesParts) {
  const all = keepSnapshot(changes, ['communities'], async () => {
    const communities = (await database.rows(queries.listCommunities)).map(queries.communityOf);
    return new Map(communities.map((community) => [community.id, community]));
  });
  const maps = new LRUCache<string, Promise<SharedJson<BlockMap>>>({ max: keptMaps });
  changes.on('communities', () => maps.clear());

  async function loadMap(communityId: string): Promise<SharedJson<BlockMap>> {
    const row = await database.row(queries.findBlockMap, [communityId]);
    if (!row) throw refuse(problems.not_found);
    const { tiandituKey: key } = settings;
    return SharedJson.of({
      communityId,
      features: row.features,
      tiles: key === null ? null : { provider: 'tianditu', key },
    });
  }

  return {
    /** Anyone. The nearest first when a position is given, else by name. */
    async listCommunities(input: { lat?: number; lng?: number }): Promise<{ items: Community[] }> {
      const from = positionOf(input);
      const communities = [...(await all.get()).values()];
      if (!from) return { items: communities.map((community) => ({ ...community, distanceM: null })) };
      const items = communities.map((community) => ({
        ...community,
        distanceM: Math.round(metresBetween(from, community.centre)),
      }));
      return { items: items.sort((a, b) => a.distanceM - b.distanceM) };
    },

    /** Anyone. */
    getBlockMap({ communityId }: { communityId: string }): Promise<SharedJson<BlockMap>> {
      const kept = maps.get(communityId);
      if (kept) return kept;
      const map = loadMap(communityId);
      maps.set(communityId, map);
      map.catch(() => maps.delete(communityId));
      return map;
    },

    /** Parts of a community that its block map has these names for; inside a transaction too. */
    async areasNamed(from: Queries, communityId: string, names: readonly string[]): Promise<Area[]> {
      const row = await from.row(queries.findBlockMap, [communityId]);
      return row ? areasNamed(row.features, names) : [];
    },

    /** All of them by id, for other concepts. Not inside a transaction. */
    known: () => all.get(),

    /** IANA name of a community's zone; inside a transaction too. */
    async timeZoneOf(tx: Queries, communityId: string): Promise<string> {
      const timeZone = all.last()?.get(communityId)?.timeZone;
      const row = timeZone ? { timeZone } : await tx.row(queries.findTimeZone, [communityId]);
      if (!row) throw refuse(problems.not_found);
      return row.timeZone;
    },

    /** A community as it is kept, inside a transaction too; refused when there is none. */
    async describe(tx: Queries, communityId: string): Promise<KnownCommunity> {
      const known = all.last()?.get(communityId);
      if (known) return known;
      const row = (await tx.rows(queries.listCommunities)).find(({ id }) => id === communityId);
      if (!row) throw refuse(problems.not_found);
      return queries.communityOf(row);
    },
  };
}
