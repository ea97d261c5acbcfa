import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Station } from '../../contract/stations';
import type { getStationSchemas, listStationsSchemas } from '../../contract/stations.schema';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import { encodeCursor } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { metresBetween, type Point } from '../platform/distance';
import { refuse } from '../platform/refusal';
import type { SharedJson } from '../platform/shared-json';
import { keepSnapshot } from '../platform/snapshot';
import { Directory } from './directory';
import { originOf } from '../platform/nearby/asked';
import { pageJson } from '../platform/nearby/page-json';
import { searchOf, type ListInput } from './input';
import { Place } from './place';
import { canCheckIn, canSeeCodes, canTallyWalkIns, type Judged } from './policy';
import * as queries from './queries';

interface StationsParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  communities: Communities;
}

type StationPage = AnswerOf<typeof listStationsSchemas>;

/** A station as other concepts name it. */
interface DescribedStation extends Judged {
  id: string;
  name: string;
  timeZone: string;
}

/** A station as a check-in is judged by it. */
export interface FoundStation extends Judged {
  id: string;
  name: string;
  statusNote: string | null;
  position: Point;
}

const verdictOn = (asker: Asker | null, station: Judged): Station['can'] => ({
  checkIn: canCheckIn(asker, station),
  seeCodes: canSeeCodes(asker, station),
  tallyWalkIns: canTallyWalkIns(asker, station),
});

/** All stations in memory, as of the last change announced. */
function keepDirectory({ database, changes, communities }: StationsParts) {
  return keepSnapshot(changes, ['stations', 'communities'], async () => {
    const known = await communities.known();
    const records = await database.rows(queries.listAll);
    const places = records.flatMap((record) => {
      const community = known.get(record.communityId);
      return community ? [new Place(record, community)] : [];
    });
    return { stations: new Directory(places), communities: known };
  });
}

export type Stations = ReturnType<typeof createStations>;

export function createStations(parts: StationsParts) {
  const { clock } = parts;
  const directory = keepDirectory(parts);

  async function placeOf(stationId: string): Promise<Place> {
    const place = (await directory.get()).stations.byId.get(stationId);
    if (!place) throw refuse(problems.not_found);
    return place;
  }

  /** A station never moves to another community, so memory will do even when it is out of date. */
  async function communityOf(tx: Queries, stationId: string): Promise<string | undefined> {
    const known = directory.last()?.stations.byId.get(stationId)?.communityId;
    return known ?? (await tx.row(queries.findCommunity, [stationId]))?.communityId;
  }

  return {
    /** Anyone. Answered from memory. */
    async listStations(input: ListInput): Promise<SharedJson<StationPage>> {
      const search = searchOf(input);
      const { stations, communities } = await directory.get();
      if (search.communityId !== null && !communities.has(search.communityId))
        throw refuse(problems.not_found);
      const now = clock.now().getTime();
      const hits = stations.search(search, now);
      const page = hits.slice(0, search.limit);
      const last = page.at(-1);
      const next = hits.length > page.length && last ? encodeCursor([last.metres, last.spot.id]) : null;
      return pageJson(page, now, search.origin !== null, next);
    },

    /** Anyone; closed ones too. `can` is the verdict on this asker. */
    async getStation(input: InputOf<typeof getStationSchemas>, asker: Asker | null): Promise<Station> {
      const origin = originOf(input);
      const place = await placeOf(input.stationId);
      const { parentId } = place.record;
      const parent = parentId === null ? null : await placeOf(parentId);
      const distanceM = origin && Math.round(metresBetween(origin, place));
      const can = verdictOn(asker, place.record);
      return { ...place.stationAt(clock.now().getTime(), parent), distanceM, can };
    },

    /** What the asker may do at a station. */
    can: verdictOn,

    /** Name, community and zone of a station, from memory; refused when there is none. Not inside a transaction. */
    async describe(stationId: string): Promise<DescribedStation> {
      const { record, timeZone } = await placeOf(stationId);
      const { id, name, communityId, status } = record;
      return { id, name, communityId, status, timeZone };
    },

    /** The station as the transaction sees it; refused when there is none. */
    async findStation(tx: Queries, id: string, known?: string): Promise<FoundStation> {
      const communityId = known ?? (await communityOf(tx, id));
      const row = communityId && (await tx.row(queries.find, [communityId, id]));
      if (!row) throw refuse(problems.not_found);
      const { name, status, statusNote } = row;
      return { id, communityId, name, status, statusNote, position: queries.positionOf(row) };
    },
  };
}
