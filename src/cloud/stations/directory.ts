import { around } from 'geokdbush';
import KDBush from 'kdbush';
import type { StationKind } from '../../contract/stations';
import { metresBetween, type Point } from '../platform/distance';
import type { Place } from './place';

export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** What a list asks for. */
export interface Search {
  communityId: string | null;
  /** null: by distance from the centre of each one's community. */
  origin: Point | null;
  box: Box | null;
  /** Facilities that must all be there and in order, as a mask. */
  facilities: number;
  kind: StationKind | null;
  openNow: boolean;
  /** Where the page before ended. */
  after: { metres: number; id: string } | null;
  limit: number;
}

export interface Hit {
  place: Place;
  /** What the list is in order of; rounded only for show. */
  metres: number;
}

const inOrder = (a: Hit, b: Hit) => a.metres - b.metres || (a.place.id < b.place.id ? -1 : 1);

const contains = ({ south, west, north, east }: Box, { lat, lng }: Point) =>
  lat >= south && lat <= north && lng >= west && lng <= east;

const isAfter = ({ place, metres }: Hit, after: Search['after']) =>
  !after || metres > after.metres || (metres === after.metres && place.id > after.id);

/** Nearer to each other than this, metres, the tree's order and ours may differ. */
const tieM = 0.001;

/** Up to so many, looking at each is quicker than the tree. */
const fewPlaces = 500;

/** All stations, in memory, to be searched by distance. Closed ones are not listed. */
export class Directory {
  readonly byId: ReadonlyMap<string, Place>;
  private readonly listed: readonly Place[];
  private readonly tree: KDBush;

  constructor(
    places: readonly Place[],
    private readonly few = fewPlaces,
  ) {
    this.byId = new Map(places.map((place) => [place.id, place]));
    this.listed = places
      .filter(({ record }) => record.status !== 'closed')
      .sort((a, b) => a.centreM - b.centreM || (a.id < b.id ? -1 : 1));
    this.tree = new KDBush(this.listed.length);
    for (const { lng, lat } of this.listed) this.tree.add(lng, lat);
    this.tree.finish();
  }

  /** One more than the limit where there are more. */
  search(search: Search, now: number): Hit[] {
    const { origin, box } = search;
    if (!origin) return this.byCentre(search, now);
    if (this.listed.length <= this.few) return this.sorted(this.listed, origin, search, now);
    if (!box) return this.nearest(origin, search, now);
    const inBox = this.tree.range(box.west, box.south, box.east, box.north);
    return this.sorted(this.placesOf(inBox), origin, search, now);
  }

  private placesOf(indexes: readonly number[]): Place[] {
    return indexes.flatMap((index) => this.listed[index] ?? []);
  }

  private matches(place: Place, search: Search, now: number): boolean {
    const { communityId, kind, facilities, box, openNow } = search;
    if (communityId !== null && place.communityId !== communityId) return false;
    if (kind !== null && place.record.kind !== kind) return false;
    if ((place.working & facilities) !== facilities) return false;
    if (box !== null && !contains(box, place)) return false;
    return !openNow || place.isOpenAt(now);
  }

  private byCentre(search: Search, now: number): Hit[] {
    const hits: Hit[] = [];
    for (const place of this.listed) {
      const hit = { place, metres: place.centreM };
      if (isAfter(hit, search.after) && this.matches(place, search, now)) hits.push(hit);
      if (hits.length > search.limit) break;
    }
    return hits;
  }

  private sorted(places: readonly Place[], origin: Point, search: Search, now: number): Hit[] {
    const hits: Hit[] = [];
    for (const place of places) {
      const hit = { place, metres: metresBetween(origin, place) };
      if (isAfter(hit, search.after) && this.matches(place, search, now)) hits.push(hit);
    }
    return hits.sort(inOrder).slice(0, search.limit + 1);
  }

  private nearest(origin: Point, search: Search, now: number): Hit[] {
    const { lng, lat } = origin;
    const fits = (index: number) => {
      const place = this.listed[index];
      if (!place || !this.matches(place, search, now)) return false;
      return isAfter({ place, metres: metresBetween(origin, place) }, search.after);
    };
    const found = around(this.tree, lng, lat, search.limit + 1, Infinity, fits);
    const hits = this.sorted(this.placesOf(found), origin, search, now);
    const [last, next] = hits.slice(-2);
    if (hits.length <= search.limit || !last || !next || next.metres - last.metres > tieM) return hits;
    // The page ends among equals: all of them must be there to be put in order.
    const reach = (next.metres + tieM) / 1000;
    const ties = around(this.tree, lng, lat, Infinity, reach, fits);
    return this.sorted(this.placesOf(ties), origin, search, now);
  }
}
