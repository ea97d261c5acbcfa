import type { ActivityRules } from '../../contract/no-shows';
import { dayMs } from '../platform/local-time';
import type { NoShowRow } from './no-show-queries';

/** A pause of signing up, and what made it, the oldest first. */
export interface Pause<Row> {
  until: Date;
  missed: Row[];
}

/**
 * Why and until when somebody may not sign up, by what they missed, the oldest first; null: they may. What made one
 * pause does not make another.
 */
export function pauseBy<Row extends NoShowRow>(
  missed: readonly Row[],
  rules: Omit<ActivityRules, 'version'>,
  now: Date,
): Pause<Row> | null {
  if (!rules.isPausing) return null;
  let counted: Row[] = [];
  let pause: Pause<Row> | null = null;
  for (const row of missed) {
    if (row.isForgiven) continue;
    const at = row.missedAt.getTime();
    const isNear = (before: Row) => at - before.missedAt.getTime() < rules.windowDays * dayMs;
    counted = [...counted.filter(isNear), row];
    if (counted.length < rules.noShows) continue;
    pause = { until: new Date(at + rules.pauseDays * dayMs), missed: counted };
    counted = [];
  }
  return pause && pause.until > now ? pause : null;
}
