import { crc32 } from 'node:zlib';
import type { Opening, OpeningHours } from '../../../contract/opening-hours';
import { localIso, minuteMs } from '../local-time';
import { openingAt, timetableOf } from '../opening-hours';

/** What is said of a place for a while: from the moment it was worked out until it can change. */
interface Saying {
  from: number;
  until: number;
  opening: Opening;
  /** The place's row as JSON, up to the distance. */
  rowStart: Buffer;
  rowMark: number;
}

interface OpenRowParts {
  hours: OpeningHours;
  timeZone: string;
  /** One that does not operate is never open, whatever its hours say. */
  isOperating: boolean;
  /** The row with all but its distance. */
  rowOf(opening: Opening): object;
}

/** The row of a place with opening hours, worked out once for as long as it stays the same. */
export function openRow({ hours, timeZone, isOperating, rowOf }: OpenRowParts): (now: number) => Saying {
  const timetable = timetableOf(hours, timeZone);
  let saying: Saying | null = null;

  function workOut(now: number): Saying {
    const { isOpen, changesAt } = isOperating
      ? openingAt(timetable, now)
      : { isOpen: false, changesAt: null };
    const opening = { isOpen, changesAt: changesAt === null ? null : localIso(timeZone, changesAt) };
    const rowStart = Buffer.from(`${JSON.stringify(rowOf(opening)).slice(0, -1)},"distanceM":`);
    return {
      from: now,
      // Without a change in sight one can come into sight with the next minute.
      until: changesAt ?? (Math.floor(now / minuteMs) + 1) * minuteMs,
      opening,
      rowStart,
      rowMark: crc32(rowStart),
    };
  }

  return (now) => {
    if (saying && saying.from <= now && now < saying.until) return saying;
    return (saying = workOut(now));
  };
}
