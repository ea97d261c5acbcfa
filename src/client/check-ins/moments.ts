import { dateText, dayOf } from '../ui/dates';

export interface Day<Row> {
  day: string;
  title: string;
  rows: Row[];
}

/** One group for each day, in the order given. */
export function byDay<Row>(rows: readonly Row[], instantOf: (row: Row) => string): Day<Row>[] {
  const days: Day<Row>[] = [];
  for (const row of rows) {
    const day = dayOf(instantOf(row));
    const last = days[days.length - 1];
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, title: dateText(day), rows: [row] });
  }
  return days;
}
