import { dateText } from '../ui/dates';

/** Times of the cloud carry the community's own offset: their clock face is shown as it stands. */
function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

export function timeText(instant: string): string {
  return instant.slice(11, 16);
}

export function momentText(instant: string): string {
  return `${dateText(dayOf(instant))} ${timeText(instant)}`;
}

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
