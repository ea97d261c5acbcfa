import { crc32 } from 'node:zlib';
import type { Opening, OpeningHours } from '../../../contract/opening-hours';
import { localIso, minuteMs } from '../local-time';
import { openingAt, timetableOf } from '../opening-hours';

/** What is said of a place for a while: from the moment it was worked out until it can change. */
export interface Saying {
  from: number;
  until: number;
  opening: Opening;
}

interface Kept {
  hours: OpeningHours;
  timeZone: string;
  /** One that does not operate is never open, whatever its hours say. */
  isOperating: boolean;
}

const holds = (saying: Saying | null, now: number) =>
  saying !== null && saying.from <= now && now < saying.until;

/** Whether a place is open and until when, worked out once for as long as it stays the same. */
export function keepOpening({ hours, timeZone, isOperating }: Kept): (now: number) => Saying {
  const timetable = timetableOf(hours, timeZone);
  let saying: Saying | null = null;

  function workOut(now: number): Saying {
    const { isOpen, changesAt } = isOperating
      ? openingAt(timetable, now)
      : { isOpen: false, changesAt: null };
    return {
      from: now,
      // Without a change in sight one can come into sight with the next minute.
      until: changesAt ?? (Math.floor(now / minuteMs) + 1) * minuteMs,
      opening: { isOpen, changesAt: changesAt === null ? null : localIso(timeZone, changesAt) },
    };
  }

  return (now) => (saying && holds(saying, now) ? saying : (saying = workOut(now)));
}

interface Row extends Saying {
  /** As JSON, up to the distance. */
  rowStart: Buffer;
  rowMark: number;
}

/** The row of such a place with all but its distance, written once for as long as it stays the same. */
export function openRow(
  sayingAt: (now: number) => Saying,
  rowOf: (opening: Opening, from: number) => object,
): (now: number) => Row {
  let row: Row | null = null;

  function write(saying: Saying): Row {
    const rowStart = Buffer.from(
      `${JSON.stringify(rowOf(saying.opening, saying.from)).slice(0, -1)},"distanceM":`,
    );
    return { ...saying, rowStart, rowMark: crc32(rowStart) };
  }

  return (now) => (row && holds(row, now) ? row : (row = write(sayingAt(now))));
}
