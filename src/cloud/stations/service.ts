import { problems, type InputOf, type Problem } from '../../contract/http';
import { stationProblems, type Station, type StationStatus } from '../../contract/stations';
import type { getStationSchemas, listStationsSchemas } from '../../contract/stations.schema';
import type { Communities } from '../communities/service';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import { decodeCursor, encodeCursor } from '../platform/cursor';
import type { Database, Queries } from '../platform/database';
import { metresBetween, type Point } from '../platform/distance';
import { localIso } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { SharedJson } from '../platform/shared-json';
import { keepSnapshot } from '../platform/snapshot';
import { Directory, type Box, type Search } from './directory';
import { pageJson, type StationPage } from './page-json';
import { maskOf, Place } from './place';
import { canCheckIn, canSeeCodes, canTallyWalkIns, type Judged } from './policy';
import * as queries from './queries';

interface StationsParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  communities: Communities;
}

type ListInput = InputOf<typeof listStationsSchemas>;

/** A station as other concepts need it. */
export interface FoundStation extends Judged {
  id: string;
  name: string;
  status: StationStatus;
  statusNote: string | null;
  position: Point;
}

/** All of the values or none; the missing ones are named. */
function allOrNone<Name extends string>(
  values: Partial<Record<Name, number>>,
  names: readonly Name[],
  problem: Problem,
): Record<Name, number> | null {
  const missing = names.filter((name) => values[name] === undefined);
  if (missing.length === 0) return values as Record<Name, number>;
  if (missing.length === names.length) return null;
  throw refuse(problem, { fields: Object.fromEntries(missing.map((name) => [name, problem.title])) });
}

const originOf = (input: { lat?: number; lng?: number }): Point | null =>
  allOrNone(input, ['lat', 'lng'], stationProblems.position_incomplete);

function boxOf(input: Partial<Box>): Box | null {
  const box = allOrNone(input, ['south', 'west', 'north', 'east'], stationProblems.box_incomplete);
  if (box && box.south > box.north)
    throw refuse(problems.invalid_input, { fields: { south: '不能大于 north' } });
  if (box && box.west > box.east) throw refuse(problems.invalid_input, { fields: { west: '不能大于 east' } });
  return box;
}

function afterOf(cursor: string | undefined): Search['after'] {
  if (cursor === undefined) return null;
  const [metres, id = ''] = decodeCursor(cursor, 2);
  if (!Number.isFinite(Number(metres)))
    throw refuse(problems.invalid_input, { fields: { cursor: '格式不对' } });
  return { metres: Number(metres), id };
}

function searchOf(input: ListInput): Search {
  return {
    communityId: input.communityId ?? null,
    origin: originOf(input),
    box: boxOf(input),
    facilities: maskOf(input.facilities ?? []),
    kind: input.kind ?? null,
    openNow: input.openNow ?? false,
    after: afterOf(input.cursor),
    limit: input.limit ?? 20,
  };
}

const roundedM = (origin: Point | null, place: Point) => origin && Math.round(metresBetween(origin, place));

export type Stations = ReturnType<typeof createStations>;

export function createStations({ database, changes, clock, communities }: StationsParts) {
  const directory = keepSnapshot(changes, ['stations', 'communities'], async () => {
    const known = await communities.known();
    const records = await database.rows(queries.listAll);
    const places = records.flatMap((record) => {
      const community = known.get(record.communityId);
      return community ? [new Place(record, community)] : [];
    });
    return { stations: new Directory(places), communities: known };
  });

  async function placeOf(stationId: string): Promise<Place> {
    const place = (await directory.get()).stations.byId.get(stationId);
    if (!place) throw refuse(problems.not_found);
    return place;
  }

  function can(asker: Asker | null, station: Judged): Station['can'] {
    return {
      checkIn: canCheckIn(asker, station),
      seeCodes: canSeeCodes(asker, station),
      tallyWalkIns: canTallyWalkIns(asker, station),
    };
  }

  return {
    /** Anyone. Answered from memory. */
    async listStations(input: ListInput): Promise<SharedJson<StationPage>> {
      const search = searchOf(input);
      const { stations, communities: known } = await directory.get();
      if (search.communityId !== null && !known.has(search.communityId)) throw refuse(problems.not_found);
      const now = clock.now().getTime();
      const hits = stations.search(search, now);
      const page = hits.slice(0, search.limit);
      const last = page.at(-1);
      const next = hits.length > page.length && last ? encodeCursor([last.metres, last.place.id]) : null;
      return pageJson(page, now, search.origin !== null, next);
    },

    /** Anyone; closed ones too. `can` is the verdict on this asker. */
    async getStation(input: InputOf<typeof getStationSchemas>, asker: Asker | null): Promise<Station> {
      const origin = originOf(input);
      const place = await placeOf(input.stationId);
      const { record, timeZone } = place;
      const { hours, guide, statusNote, photos, phone, capacity, parentId, verifiedAt } = record;
      const parent = parentId === null ? null : (await placeOf(parentId)).record;
      return {
        ...place.rowAt(clock.now().getTime(), roundedM(origin, place)),
        parent: parent && { id: parent.id, name: parent.name },
        hours,
        guide,
        statusNote,
        photos,
        phone,
        capacity,
        verifiedAt: verifiedAt && localIso(timeZone, verifiedAt.getTime()),
        can: can(asker, record),
      };
    },

    /** What the asker may do at a station. */
    can,

    /** Name, community and zone of a station, from memory; refused when there is none. Not inside a transaction. */
    async describe(stationId: string): Promise<Judged & { id: string; name: string; timeZone: string }> {
      const { record, timeZone } = await placeOf(stationId);
      const { id, name, communityId, status } = record;
      return { id, name, communityId, status, timeZone };
    },

    /** The station as the transaction sees it; refused when there is none. */
    async findStation(tx: Queries, stationId: string, communityId?: string): Promise<FoundStation> {
      const community = communityId ?? (await communityOf(tx, stationId));
      const row = community && (await tx.row(queries.find, [community, stationId]));
      if (!row) throw refuse(problems.not_found);
      const { name, status, statusNote } = row;
      return {
        id: stationId,
        communityId: community,
        name,
        status,
        statusNote,
        position: queries.positionOf(row),
      };
    },
  };

  /** A station never moves to another community, so memory will do even when it is out of date. */
  async function communityOf(tx: Queries, stationId: string): Promise<string | undefined> {
    const known = directory.last()?.stations.byId.get(stationId)?.communityId;
    return known ?? (await tx.row(queries.findCommunity, [stationId]))?.communityId;
  }
}
