import { crc32 } from 'node:zlib';
import type { Opening } from '../../contract/opening-hours';
import { facilityCodes, type FacilityCode, type Station } from '../../contract/stations';
import type { KnownCommunity } from '../communities/service';
import { metresBetween, type Point } from '../platform/distance';
import { localIso, minuteMs } from '../platform/local-time';
import { openingAt, timetableOf, type Timetable } from '../platform/opening-hours';
import { positionOf, type StationRecord } from './queries';

/** Set bits for facilities, so that "all of these" is one comparison. */
export function maskOf(codes: readonly FacilityCode[]): number {
  return codes.reduce((mask, code) => mask | (1 << facilityCodes.indexOf(code)), 0);
}

/** What is said of a place for a while: from the moment it was worked out until it can change. */
interface Saying {
  from: number;
  until: number;
  opening: Opening;
  /** The place's row as JSON, up to the distance. */
  rowStart: Buffer;
  rowMark: number;
}

/** A station as it is kept in memory, with what repeats from request to request worked out once. */
export class Place implements Point {
  readonly id: string;
  readonly communityId: string;
  readonly lat: number;
  readonly lng: number;
  readonly timeZone: string;
  /** Facilities that are there and in order. */
  readonly working: number;
  /** Metres from the centre of its community. */
  readonly centreM: number;
  private readonly timetable: Timetable;
  private saying: Saying | null = null;

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
    this.timetable = timetableOf(record.hours, timeZone);
  }

  isOpenAt(now: number): boolean {
    return this.sayingAt(now).opening.isOpen;
  }

  /** The row as lists show it, JSON without its end: the distance and `}` follow. */
  rowStartAt(now: number): Buffer {
    return this.sayingAt(now).rowStart;
  }

  /** Another number for another row, as good as surely. */
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

  private sayingAt(now: number): Saying {
    const { saying } = this;
    if (saying && saying.from <= now && now < saying.until) return saying;
    return (this.saying = this.workOut(now));
  }

  /** A place that does not operate is never open, whatever its hours say. */
  private workOut(now: number): Saying {
    const isOperating = this.record.status === 'operating';
    const { isOpen, changesAt } = isOperating
      ? openingAt(this.timetable, now)
      : { isOpen: false, changesAt: null };
    const opening = { isOpen, changesAt: changesAt === null ? null : localIso(this.timeZone, changesAt) };
    const json = JSON.stringify({ ...this.fixedPart(), opening });
    const rowStart = Buffer.from(`${json.slice(0, -1)},"distanceM":`);
    return {
      from: now,
      // Without a change in sight one can come into sight with the next minute.
      until: changesAt ?? (Math.floor(now / minuteMs) + 1) * minuteMs,
      opening,
      rowStart,
      rowMark: crc32(rowStart),
    };
  }
}
