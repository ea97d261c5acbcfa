import { makeAutoObservable, observableRef } from 'mobx';
import { getStationVisits, type StationVisits } from '../../contract/check-ins';
import {
  getStation,
  listStations,
  type FacilityCode,
  type Station,
  type StationRow,
} from '../../contract/stations';
import type { Api } from '../api';
import type { CommunitiesStore } from '../communities/store';
import type { Failure } from '../failure';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { WhereaboutsStore } from '../whereabouts/store';

const nearbyLimit = 5;

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly communities: CommunitiesStore;
  readonly whereabouts: WhereaboutsStore;
}

/** Stations, by distance from where the person is or else from the community's centre. */
export class StationsStore {
  /** The nearest that are open now. */
  readonly nearby: Remote<readonly StationRow[]>;
  facilities: readonly FacilityCode[] = [];
  isOpenNowOnly = false;

  private readonly pages: RemoteList<StationRow>;
  private readonly stationsById = new Map<string, Remote<Station>>();
  private readonly visitsById = new Map<string, Remote<StationVisits>>();

  constructor(private readonly parts: Parts) {
    this.nearby = new Remote(parts);
    this.pages = new RemoteList(parts);
    makeAutoObservable<StationsStore, 'parts' | 'pages' | 'stationsById' | 'visitsById'>(
      this,
      {
        facilities: observableRef,
        nearby: false,
        parts: false,
        pages: false,
        stationsById: false,
        visitsById: false,
        station: false,
        visits: false,
      },
      { autoBind: true },
    );
  }

  get list(): Remote<readonly StationRow[]> {
    return this.pages.rows;
  }

  get hasMore(): boolean {
    return this.pages.hasMore;
  }

  get isLoadingMore(): boolean {
    return this.pages.isLoadingMore;
  }

  /** Why the next page did not come. */
  get moreFailure(): Failure | null {
    return this.pages.moreFailure;
  }

  get hasFilters(): boolean {
    return this.isOpenNowOnly || this.facilities.length > 0;
  }

  loadNearby(): Promise<void> {
    const { api, communities } = this.parts;
    const from = this.parts.whereabouts.asked;
    return this.nearby.load({
      key: `nearby ${JSON.stringify(from)}`,
      copy: () => this.copyName('nearby'),
      read: async () => {
        const communityId = (await communities.ready()).id;
        const page = await api.call(listStations, {
          communityId,
          ...from,
          openNow: true,
          limit: nearbyLimit,
        });
        return page.items;
      },
    });
  }

  /** The list as the filters stand. */
  loadList(): Promise<void> {
    const { api, communities } = this.parts;
    const from = this.parts.whereabouts.asked;
    const filters = {
      ...(this.facilities.length > 0 && { facilities: [...this.facilities] }),
      ...(this.isOpenNowOnly && { openNow: true }),
    };
    return this.pages.load({
      key: `list ${JSON.stringify([from, filters])}`,
      copy: () => this.copyName(`list ${JSON.stringify(filters)}`),
      readPage: async (cursor) => {
        const communityId = (await communities.ready()).id;
        return api.call(listStations, { communityId, ...from, ...filters, ...(cursor && { cursor }) });
      },
    });
  }

  loadMore(): Promise<void> {
    return this.pages.loadMore();
  }

  toggleFacility(code: FacilityCode): Promise<void> {
    const isChosen = this.facilities.includes(code);
    this.facilities = isChosen
      ? this.facilities.filter((other) => other !== code)
      : [...this.facilities, code].sort();
    return this.loadList();
  }

  setOpenNowOnly(isOpenNowOnly: boolean): Promise<void> {
    this.isOpenNowOnly = isOpenNowOnly;
    return this.loadList();
  }

  clearFilters(): Promise<void> {
    this.facilities = [];
    this.isOpenNowOnly = false;
    return this.loadList();
  }

  /** What is known of a station, for rendering; loads nothing. */
  station(id: string): Remote<Station> {
    return remembered(this.stationsById, id, this.parts);
  }

  /** What is known of a station's visits, for rendering; loads nothing. */
  visits(id: string): Remote<StationVisits> {
    return remembered(this.visitsById, id, this.parts);
  }

  /** Loads a station: when its page is shown, not while it renders. */
  open(id: string): Remote<Station> {
    const station = this.station(id);
    const from = this.parts.whereabouts.asked;
    void station.load({
      key: `station ${JSON.stringify(from)}`,
      copy: () => `station.${id}`,
      read: () => this.parts.api.call(getStation, { stationId: id, ...from }),
    });
    return station;
  }

  loadVisits(id: string): Promise<void> {
    return this.visits(id).load({
      key: 'visits',
      copy: () => `visits.${id}`,
      read: () => this.parts.api.call(getStationVisits, { stationId: id }),
    });
  }

  /** What is shown is loaded anew from where the person is now. */
  followPerson(): void {
    if (this.nearby.status !== 'idle') void this.loadNearby();
    if (this.list.status !== 'idle') void this.loadList();
  }

  /** Another person may do other things: what they `can` is asked anew. */
  forgetPerson(): void {
    for (const station of this.stationsById.values()) station.reset();
  }

  /** Distances from here and from the centre are two lists. */
  private copyName(name: string): string | null {
    const community = this.parts.communities.current;
    const place = this.parts.whereabouts.origin ? 'here' : 'centre';
    return community && `stations.${community.id}.${place}.${name}`;
  }
}

function remembered<T>(known: Map<string, Remote<T>>, id: string, parts: RemoteParts): Remote<T> {
  const remote = known.get(id) ?? new Remote<T>(parts);
  known.set(id, remote);
  return remote;
}
