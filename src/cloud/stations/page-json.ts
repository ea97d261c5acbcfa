import type { listStationsSchemas } from '../../contract/stations.schema';
import type { AnswerOf } from '../../contract/http';
import { SharedJson } from '../platform/shared-json';
import type { Hit } from './directory';

export type StationPage = AnswerOf<typeof listStationsSchemas>;

const start = Buffer.from('{"items":[');
const comma = 0x2c;
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
  const page = Buffer.allocUnsafe(size);
  page.set(start);
  let end = start.length;
  for (const { place, metres } of hits) {
    if (end > start.length) end = page.writeUInt8(comma, end);
    const row = place.rowStartAt(now);
    page.set(row, end);
    end += row.length;
    end += page.write(`${hasDistance ? Math.round(metres) : null}}`, end, 'latin1');
  }
  end += page.write(`],"nextCursor":${JSON.stringify(nextCursor)}}`, end, 'latin1');
  return new SharedJson(page.subarray(0, end));
}
