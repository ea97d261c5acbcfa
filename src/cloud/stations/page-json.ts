import { crc32 } from 'node:zlib';
import type { listStationsSchemas } from '../../contract/stations.schema';
import type { AnswerOf } from '../../contract/http';
import { SharedJson } from '../platform/shared-json';
import type { Hit } from './directory';

export type StationPage = AnswerOf<typeof listStationsSchemas>;

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
export function pageJson(
  hits: readonly Hit[],
  now: number,
  hasDistance: boolean,
  nextCursor: string | null,
): SharedJson<StationPage> {
  let size = start.length + roomAtEnd;
  for (const { place } of hits) size += place.rowStartAt(now).length + roomPerRow;
  const page = room(size);
  page.set(start);
  let end = start.length;
  let mark = crc32(nextCursor ?? '') + Number(hasDistance);
  for (const { place, metres } of hits) {
    if (end > start.length) end = page.writeUInt8(comma, end);
    const row = place.rowStartAt(now);
    const distance = Math.round(metres);
    mark = (Math.imul(mark, 31) + place.rowMarkAt(now) + distance) >>> 0;
    page.set(row, end);
    end += row.length;
    end += page.write(`${hasDistance ? distance : null}}`, end, 'latin1');
  }
  end += page.write(`],"nextCursor":${JSON.stringify(nextCursor)}}`, end, 'latin1');
  used += end;
  return new SharedJson(page.subarray(0, end), mark);
}
