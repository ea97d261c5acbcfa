import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { metresBetween, type Point } from '../distance';

export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** What stands somewhere and is listed by distance. */
export interface Spot extends Point {
  readonly id: string;
  readonly communityId: string;
  /** Metres from the centre of its community. */
  readonly centreM: number;
}

/** What a list by distance asks for. */
export interface NearbySearch<S extends Spot> {
  communityId: string | null;
  /** null: by distance from the centre of each one's community. */
  origin: Point | null;
  box: Box | null;
  /** Whatever else is wanted of it. */
  isWanted(spot: S): boolean;
  /** Where the page before ended. */
  after: { metres: number; id: string } | null;
  limit: number;
}

export interface Hit<S extends Spot> {
  spot: S;
  /** What the list is in order of; rounded only for show. */
  metres: number;
}

const inOrder = <S extends Spot>(a: Hit<S>, b: Hit<S>) =>
  a.metres - b.metres || (a.spot.id < b.spot.id ? -1 : 1);

const contains = ({ south, west, north, east }: Box, { lat, lng }: Point) =>
  lat >= south && lat <= north && lng >= west && lng <= east;

function isAfter<S extends Spot>({ spot, metres }: Hit<S>, after: NearbySearch<S>['after']): boolean {
  return !after || metres > after.metres || (metres === after.metres && spot.id > after.id);
}

/** Nearer to each other than this, metres, the tree's order and ours may differ. */
const tieM = 0.001;

/** A degree of latitude is longer, metres: what lies further north or south than this says is further away. */
const leastPerDegreeM = 111_190;

/** Up to so many, looking at each is quicker than the tree. */
const fewSpots = 500;

/** Spots in memory, to be searched by distance. */
export class Nearby<S extends Spot> {
  private readonly listed: readonly S[];
  private readonly tree: KDBush;

  constructor(
    spots: readonly S[],
    private readonly few = fewSpots,
  ) {
    this.listed = spots.toSorted((a, b) => a.centreM - b.centreM || (a.id < b.id ? -1 : 1));
    this.tree = new KDBush(this.listed.length);
    for (const { lng, lat } of this.listed) this.tree.add(lng, lat);
    this.tree.finish();
  }

  /** One more than the limit where there are more. */
  search(search: NearbySearch<S>): Hit<S>[] {
    const { origin, box } = search;
    if (!origin) return this.byCentre(search);
    if (this.listed.length <= this.few) return this.sorted(this.listed, origin, search);
    if (!box) return this.nearest(origin, search);
    const inBox = this.tree.range(box.west, box.south, box.east, box.north);
    return this.sorted(this.spotsOf(inBox), origin, search);
  }

  private spotsOf(indexes: readonly number[]): S[] {
    return indexes.flatMap((index) => this.listed[index] ?? []);
  }

  private matches(spot: S, { communityId, box, isWanted }: NearbySearch<S>): boolean {
    if (communityId !== null && spot.communityId !== communityId) return false;
    if (box !== null && !contains(box, spot)) return false;
    return isWanted(spot);
  }

  private byCentre(search: NearbySearch<S>): Hit<S>[] {
    const hits: Hit<S>[] = [];
    for (const spot of this.listed) {
      const hit = { spot, metres: spot.centreM };
      if (isAfter(hit, search.after) && this.matches(spot, search)) hits.push(hit);
      if (hits.length > search.limit) break;
    }
    return hits;
  }

  /** Kept in order as they are found, so that what is too far is neither looked at closely nor sorted. */
  private sorted(spots: readonly S[], origin: Point, search: NearbySearch<S>): Hit<S>[] {
    const hits: Hit<S>[] = [];
    const most = search.limit + 1;
    let reach = Infinity;
    for (const spot of spots) {
      if (Math.abs(spot.lat - origin.lat) * leastPerDegreeM > reach) continue;
      const metres = metresBetween(origin, spot);
      if (metres > reach) continue;
      const hit = { spot, metres };
      if (!isAfter(hit, search.after) || !this.matches(spot, search)) continue;
      let place = hits.length;
      for (let before = hits[place - 1]; before && inOrder(hit, before) < 0; before = hits[place - 1])
        place -= 1;
      hits.splice(place, 0, hit);
      if (hits.length > most) hits.pop();
      if (hits.length === most) reach = hits[most - 1]?.metres ?? Infinity;
    }
    return hits;
  }

  private nearest(origin: Point, search: NearbySearch<S>): Hit<S>[] {
    const { lng, lat } = origin;
    const fits = (index: number) => {
      const spot = this.listed[index];
      if (!spot || !this.matches(spot, search)) return false;
      return isAfter({ spot, metres: metresBetween(origin, spot) }, search.after);
    };
    const found = around(this.tree, lng, lat, search.limit + 1, Infinity, fits);
    const hits = this.sorted(this.spotsOf(found), origin, search);
    const [last, next] = hits.slice(-2);
    if (hits.length <= search.limit || !last || !next || next.metres - last.metres > tieM) return hits;
    // The page ends among equals: all of them must be there to be put in order.
    const reach = (next.metres + tieM) / 1000;
    const ties = around(this.tree, lng, lat, Infinity, reach, fits);
    return this.sorted(this.spotsOf(ties), origin, search);
  }
}
