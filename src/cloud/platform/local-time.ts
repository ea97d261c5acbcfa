/** Instants are epoch milliseconds; a local time is its wall clock read as if it were UTC, in milliseconds too. */
export const minuteMs = 60_000;
export const dayMs = 86_400_000;

interface Zone {
  format: Intl.DateTimeFormat;
  /** UTC day → offset, null for a day on which it changes. */
  offsets: Map<number, number | null>;
}

const zones = new Map<string, Zone>();
/** About ten years of days. */
const keptDays = 4_000;

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const zone = { format, offsets: new Map<number, number | null>() };
  zones.set(name, zone);
  return zone;
}

function askedOffset({ format }: Zone, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}

/** Milliseconds that the zone (IANA name) is ahead of UTC. Asking the platform is slow, so days are remembered. */
function offsetAt(timeZone: string, at: number): number {
  const zone = zoneOf(timeZone);
  const day = Math.floor(at / dayMs);
  let offset = zone.offsets.get(day);
  if (offset === undefined) {
    const atStart = askedOffset(zone, day * dayMs);
    offset = atStart === askedOffset(zone, (day + 1) * dayMs) ? atStart : null;
    if (zone.offsets.size >= keptDays) zone.offsets.clear();
    zone.offsets.set(day, offset);
  }
  return offset ?? askedOffset(zone, at);
}

/** The first instant at which the zone's wall clock shows `local` or later. */
export function instantOf(timeZone: string, local: number): number {
  const before = offsetAt(timeZone, local - dayMs);
  const after = offsetAt(timeZone, local + dayMs);
  if (before === after || offsetAt(timeZone, local - before) === before) return local - before;
  if (offsetAt(timeZone, local - after) === after) return local - after;
  // The clock skips this time: the instant of the skip.
  let early = local - after;
  let late = local - before;
  while (late - early > minuteMs) {
    const middle = Math.floor((early + late) / 2 / minuteMs) * minuteMs;
    if (offsetAt(timeZone, middle) === before) early = middle;
    else late = middle;
  }
  return late;
}

/** Days since 1970-01-01 on the zone's calendar. */
export function localDay(timeZone: string, at: number): number {
  return Math.floor((at + offsetAt(timeZone, at)) / dayMs);
}

/** `YYYY-MM-DD` of the zone's calendar. */
export function localDate(timeZone: string, at: Date): string {
  return new Date(at.getTime() + offsetAt(timeZone, at.getTime())).toISOString().slice(0, 10);
}

/** Of a day since 1970: Monday is 1. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The first day of a date's month. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** ISO 8601 with the zone's offset: its wall-clock part can be shown as it stands. */
export function localIso(timeZone: string, at: number): string {
  const offset = offsetAt(timeZone, at);
  const minutes = Math.abs(Math.round(offset / minuteMs));
  const two = (number: number) => String(number).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const wall = new Date(at + offset).toISOString().replace(/(\.000)?Z$/, '');
  return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
