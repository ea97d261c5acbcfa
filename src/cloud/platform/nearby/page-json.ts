import { crc32 } from 'node:zlib';
import { SharedJson } from '../shared-json';
import type { Hit, Spot } from './nearby';

/** A spot whose row is written already. */
export interface WrittenSpot extends Spot {
  /** The row as lists show it, JSON without its end: the distance and `}` follow. */
  rowStartAt(now: number): Buffer;
  /** Another number for another row, as good as surely. */
  rowMarkAt(now: number): number;
}

const start = Buffer.from('{"items":[');
const comma = 0x2c;
/** Pages are cut from slabs: memory asked for one page at a time costs more than filling it. */
const slabBytes = 1024 * 1024;
let slab = Buffer.alloc(0);
let used = 0;

function room(size: number): Buffer {
  if (used + size > slab.length) [slab, used] = [Buffer.allocUnsafeSlow(Math.max(size, slabBytes)), 0];
  return slab.subarray(used, used + size);
}

/** Room for a distance and what joins rows; for the cursor and the end. */
const roomPerRow = 16;
const roomAtEnd = 256;

/** The page put together from rows that are written already: this is what nearly every request asks for. */
export function pageJson<Page>(
  hits: readonly Hit<WrittenSpot>[],
  now: number,
  hasDistance: boolean,
  nextCursor: string | null,
): SharedJson<Page> {
  let size = start.length + roomAtEnd;
  for (const { spot } of hits) size += spot.rowStartAt(now).length + roomPerRow;
  const page = room(size);
  page.set(start);
  let end = start.length;
  let mark = crc32(nextCursor ?? '') + Number(hasDistance);
  for (const { spot, metres } of hits) {
    if (end > start.length) end = page.writeUInt8(comma, end);
    const row = spot.rowStartAt(now);
    const distance = Math.round(metres);
    mark = (Math.imul(mark, 31) + spot.rowMarkAt(now) + distance) >>> 0;
    page.set(row, end);
    end += row.length;
    end += page.write(`${hasDistance ? distance : null}}`, end, 'latin1');
  }
  end += page.write(`],"nextCursor":${JSON.stringify(nextCursor)}}`, end, 'latin1');
  used += end;
  return new SharedJson(page.subarray(0, end), mark);
}
