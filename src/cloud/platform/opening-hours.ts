import type { OpeningHours, OpeningSpan } from '../../contract/opening-hours';
import { dayMs, instantOf, localDay, minuteMs, weekdayOf } from './local-time';

/** Opening hours made ready to be asked often. */
export interface Timetable {
  readonly timeZone: string;
  /** Monday first. */
  readonly weekly: readonly (readonly LocalSpan[])[];
  /** Day since 1970-01-01 → its spans. */
  readonly exceptions: ReadonlyMap<number, readonly LocalSpan[]>;
}

/** Minutes since the local midnight the span begins after; `closes` may be on the following day. */
interface LocalSpan {
  opens: number;
  closes: number;
}

/** What the hours say at one instant. */
export interface OpeningAt {
  isOpen: boolean;
  /** Epoch milliseconds; null when it does not turn over within {@link horizonMs}. */
  changesAt: number | null;
}

export const horizonMs = 14 * dayMs;
const horizonDays = horizonMs / dayMs + 1;
const minutesOfDay = 24 * 60;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function localSpan({ opens, closes }: OpeningSpan): LocalSpan {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return { opens: from, closes: to > from ? to : to + minutesOfDay };
}

const inOrder = (spans: readonly OpeningSpan[]): LocalSpan[] =>
  spans.map(localSpan).sort((a, b) => a.opens - b.opens);

export function timetableOf({ weekly, exceptions }: OpeningHours, timeZone: string): Timetable {
  const spansOf = (weekday: number) =>
    inOrder(weekly.filter((entry) => entry.weekday === weekday).flatMap(({ spans }) => spans));
  return {
    timeZone,
    weekly: [1, 2, 3, 4, 5, 6, 7].map(spansOf),
    exceptions: new Map(exceptions.map(({ date, spans }) => [Date.parse(date) / dayMs, inOrder(spans)])),
  };
}

const spansOn = ({ weekly, exceptions }: Timetable, day: number) =>
  exceptions.get(day) ?? weekly[weekdayOf(day) - 1] ?? [];

/**
 * Whether it is open at `now` (epoch milliseconds) and when that turns over. Spans that touch or overlap are one,
 * also across midnight; an exception replaces the spans that begin on its day.
 */
export function openingAt(timetable: Timetable, now: number): OpeningAt {
  const { timeZone } = timetable;
  const today = localDay(timeZone, now);
  const within = (at: number) => (at <= now + horizonMs ? at : null);
  let openUntil: number | null = null;
  // A span that began yesterday may still last.
  for (let day = today - 1; day <= today + horizonDays; day += 1) {
    for (const span of spansOn(timetable, day)) {
      const from = instantOf(timeZone, day * dayMs + span.opens * minuteMs);
      const to = instantOf(timeZone, day * dayMs + span.closes * minuteMs);
      if (to <= now || to <= from) continue;
      if (openUntil === null && from > now) return { isOpen: false, changesAt: within(from) };
      if (openUntil !== null && from > openUntil) return { isOpen: true, changesAt: within(openUntil) };
      openUntil = Math.max(openUntil ?? to, to);
    }
  }
  return { isOpen: openUntil !== null, changesAt: openUntil === null ? null : within(openUntil) };
}
