import type { listStationsSchemas } from '../../contract/stations.schema';
import type { AnswerOf } from '../../contract/http';
import { SharedJson } from '../platform/shared-json';
import type { Hit } from './directory';

export type StationPage = AnswerOf<typeof listStationsSchemas>;

const start = Buffer.from('{"items":[');
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
  const rows = hits.map(({ place }) => place.rowStartAt(now));
  const size = rows.reduce((sum, row) => sum + row.length + roomPerRow, start.length + roomAtEnd);
  const page = Buffer.allocUnsafe(size);
  page.set(start);
  let end = start.length;
  rows.forEach((row, index) => {
    page.set(row, end);
    end += row.length;
    const distance = hasDistance ? Math.round(hits[index]?.metres ?? 0) : null;
    end += page.write(index < rows.length - 1 ? `${distance}},` : `${distance}}`, end, 'latin1');
  });
  end += page.write(`],"nextCursor":${JSON.stringify(nextCursor)}}`, end, 'latin1');
  return new SharedJson(page.subarray(0, end));
}
