import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { getStationVisits, type StationVisits } from '../../contract/check-ins';
import type { Position } from '../../contract/positions';
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
import { LocationError } from '../platform/location-error';
import type { Platform } from '../platform/platform';
import { Remote, type RemoteParts } from '../remote';
import { RemoteList } from '../remote-list';
import type { SettingsStore } from '../settings/store';

export type OriginStatus = 'unasked' | 'locating' | 'located' | 'refused' | 'unavailable';

const locateTimeoutMs = 10_000;
const nearbyLimit = 5;
/** A fix this near the one before is the same place, metres: lists keep their order. */
const samePlaceM = 30;

interface Parts extends RemoteParts {
  readonly api: Api;
  readonly device: Platform;
  readonly communities: CommunitiesStore;
  readonly settings: SettingsStore;
}

/** Stations, by distance from where the person is or else from the community's centre. */
export class StationsStore {
  /** Where the person is. Never kept beyond the app's run. */
  origin: Position | null = null;
  originStatus: OriginStatus = 'unasked';
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
        origin: observableRef,
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

  /** Finds out where the person is, where they agreed to it, and reloads what is shown from there; asks nobody. */
  async locate(): Promise<void> {
    if (this.originStatus === 'locating') return;
    const { position } = this.parts.settings.consents;
    if (position !== 'given') return this.moveTo(null, position);
    this.originStatus = 'locating';
    try {
      const found = await this.parts.device.location.locate({ timeoutMs: locateTimeoutMs });
      const isSame = this.origin !== null && distanceM(this.origin, found) < samePlaceM;
      this.moveTo(isSame ? this.origin : found, 'located');
    } catch (error) {
      const isRefused = error instanceof LocationError && error.reason === 'refused';
      runInAction(() => (this.originStatus = isRefused ? 'refused' : 'unavailable'));
    }
  }

  loadNearby(): Promise<void> {
    const { api, communities } = this.parts;
    const from = this.from();
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
    const from = this.from();
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
    const from = this.from();
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

  /** Another person may do other things: what they `can` is asked anew. */
  forgetPerson(): void {
    for (const station of this.stationsById.values()) station.reset();
  }

  private moveTo(origin: Position | null, status: OriginStatus): void {
    const hasMoved = this.origin !== origin;
    this.origin = origin;
    this.originStatus = status;
    if (hasMoved && this.nearby.status !== 'idle') void this.loadNearby();
    if (hasMoved && this.list.status !== 'idle') void this.loadList();
  }

  private from(): { lat: number; lng: number } | Record<string, never> {
    return this.origin ? { lat: this.origin.lat, lng: this.origin.lng } : {};
  }

  /** Distances from here and from the centre are two lists. */
  private copyName(name: string): string | null {
    const community = this.parts.communities.current;
    const place = this.origin ? 'here' : 'centre';
    return community && `stations.${community.id}.${place}.${name}`;
  }
}

/** Good enough within a town. */
function distanceM(a: Position, b: Position): number {
  const metresPerDegree = 111_320;
  const north = (b.lat - a.lat) * metresPerDegree;
  const east = (b.lng - a.lng) * metresPerDegree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

function remembered<T>(known: Map<string, Remote<T>>, id: string, parts: RemoteParts): Remote<T> {
  const remote = known.get(id) ?? new Remote<T>(parts);
  known.set(id, remote);
  return remote;
}
