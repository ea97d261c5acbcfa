import { problems } from '../../contract/http';
import { refuse } from './refusal';

/** Where a page ended, opaque to the caller. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor as strings; anything but a cursor of that many parts is refused, naming the field. */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.length === length) return parts.map(String);
  } catch {
    // falls through to the refusal: what was sent is not a cursor
  }
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Place = readonly [moment: Date | string, id: string];

/** Where a page of a list by moment and id goes on, the newest first; without a cursor before everything. */
export const latestFrom = (cursor: string | undefined): Place =>
  cursor === undefined ? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] : placeOf(cursor);

/** The same, the oldest first. */
export const oldestFrom = (cursor: string | undefined): Place =>
  cursor === undefined ? ['-infinity', '00000000-0000-0000-0000-000000000000'] : placeOf(cursor);

function placeOf(cursor: string): Place {
  const [at, id = ''] = decodeCursor(cursor, 2);
  const moment = new Date(Number(at));
  if (!Number.isNaN(moment.getTime()) && idPattern.test(id)) return [moment, id];
  throw refuse(problems.invalid_input, { fields: { cursor: '请用上一页返回的 nextCursor' } });
}
