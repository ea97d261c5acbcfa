import type { DayList, DayRow, Mark } from '../../../contract/attendance-days';
import type { Moment } from '../../../contract/attendances';
import { localInstant } from '../../ui/dates';

function marked(known: Moment | null, { mode, at }: Mark): Moment | null {
  if (mode === 'clear') return null;
  if (mode === 'tick' && known) return known;
  return { at: localInstant(at), way: 'leader', isLate: false };
}

const withMark = (row: DayRow, mark: Mark): DayRow =>
  mark.kind === 'in' ? { ...row, came: marked(row.came, mark) } : { ...row, left: marked(row.left, mark) };

/** The list as it will be once what waits on this phone has arrived. The order stays. */
export function withMarks(list: DayList, marks: readonly Mark[]): DayList {
  if (marks.length === 0) return list;
  const rows = list.rows.map((row) =>
    marks.filter(({ personId }) => personId === row.personId).reduce(withMark, row),
  );
  const counts = {
    expected: list.counts.expected,
    came: rows.filter(({ came }) => came).length,
    left: rows.filter(({ left }) => left).length,
  };
  return { ...list, rows, counts };
}
