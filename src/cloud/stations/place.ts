import { facilityCodes, type FacilityCode, type Station } from '../../contract/stations';
import type { KnownCommunity } from '../communities/service';
import { metresBetween } from '../platform/distance';
import { localIso } from '../platform/local-time';
import { keepOpening, openRow } from '../platform/nearby/open-row';
import type { WrittenSpot } from '../platform/nearby/page-json';
import { positionOf, type StationRecord } from './queries';

/** Set bits for facilities, so that "all of these" is one comparison. */
export function maskOf(codes: readonly FacilityCode[]): number {
  return codes.reduce((mask, code) => mask | (1 << facilityCodes.indexOf(code)), 0);
}

/** A station as it is kept in memory, with what repeats from request to request worked out once. */
export class Place implements WrittenSpot {
  readonly id: string;
  readonly communityId: string;
  readonly lat: number;
  readonly lng: number;
  readonly timeZone: string;
  /** Facilities that are there and in order. */
  readonly working: number;
  readonly centreM: number;
  private readonly sayingAt: ReturnType<typeof openRow>;

  constructor(
    readonly record: StationRecord,
    { timeZone, centre }: KnownCommunity,
  ) {
    this.id = record.id;
    this.communityId = record.communityId;
    this.lat = record.position.y;
    this.lng = record.position.x;
    this.timeZone = timeZone;
    this.working = maskOf(record.facilities.filter(({ isWorking }) => isWorking).map(({ code }) => code));
    this.centreM = metresBetween(this, centre);
    const isOperating = record.status === 'operating';
    this.sayingAt = openRow(keepOpening({ hours: record.hours, timeZone, isOperating }), (opening) => ({
      ...this.fixedPart(),
      opening,
    }));
  }

  isOpenAt(now: number): boolean {
    return this.sayingAt(now).opening.isOpen;
  }

  rowStartAt(now: number): Buffer {
    return this.sayingAt(now).rowStart;
  }

  rowMarkAt(now: number): number {
    return this.sayingAt(now).rowMark;
  }

  /** All there is to say, but for what depends on who asks. */
  stationAt(now: number, parent: Place | null): Omit<Station, 'distanceM' | 'can'> {
    const { hours, guide, statusNote, photos, phone, capacity, verifiedAt } = this.record;
    return {
      ...this.fixedPart(),
      opening: this.sayingAt(now).opening,
      parent: parent && { id: parent.id, name: parent.record.name },
      hours,
      guide,
      statusNote,
      photos,
      phone,
      capacity,
      verifiedAt: verifiedAt && localIso(this.timeZone, verifiedAt.getTime()),
    };
  }

  private fixedPart() {
    const { id, communityId, name, tier, kind, status, address, facilities } = this.record;
    const order = ({ code }: { code: FacilityCode }) => facilityCodes.indexOf(code);
    return {
      id,
      communityId,
      name,
      tier,
      kind,
      status,
      address,
      position: positionOf(this.record),
      facilities: facilities.toSorted((a, b) => order(a) - order(b)),
    };
  }
}
