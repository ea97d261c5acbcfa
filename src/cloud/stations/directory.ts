import type { StationKind } from '../../contract/stations';
import { Nearby, type Hit, type NearbySearch } from '../platform/nearby/nearby';
import type { Place } from './place';

/** What a list of stations asks for. */
export interface Search extends Omit<NearbySearch<Place>, 'isWanted'> {
  /** Facilities that must all be there and in order, as a mask. */
  facilities: number;
  kind: StationKind | null;
  openNow: boolean;
}

/** All stations, in memory, to be searched by distance. Closed ones are not listed. */
export class Directory {
  readonly byId: ReadonlyMap<string, Place>;
  private readonly listed: Nearby<Place>;

  constructor(places: readonly Place[], few?: number) {
    this.byId = new Map(places.map((place) => [place.id, place]));
    this.listed = new Nearby(
      places.filter(({ record }) => record.status !== 'closed'),
      few,
    );
  }

  /** One more than the limit where there are more. */
  search({ facilities, kind, openNow, ...search }: Search, now: number): Hit<Place>[] {
    return this.listed.search({
      ...search,
      isWanted: (place) =>
        (kind === null || place.record.kind === kind) &&
        (place.working & facilities) === facilities &&
        (!openNow || place.isOpenAt(now)),
    });
  }
}
