import type { ActivityRules } from '../../contract/no-shows';
import { dayMs } from '../platform/local-time';
import type { NoShowRow } from './no-show-queries';

/**
 * Until when somebody may not sign up, by what they missed, the oldest first; null: they may. What made one pause does
 * not make another.
 */
export function pauseUntil(
  missed: readonly NoShowRow[],
  rules: Omit<ActivityRules, 'version'>,
  now: Date,
): Date | null {
  if (!rules.isPausing) return null;
  let counted: number[] = [];
  let until: number | null = null;
  for (const { missedAt, isForgiven } of missed) {
    if (isForgiven) continue;
    const at = missedAt.getTime();
    counted = [...counted.filter((before) => at - before < rules.windowDays * dayMs), at];
    if (counted.length < rules.noShows) continue;
    until = at + rules.pauseDays * dayMs;
    counted = [];
  }
  return until !== null && until > now.getTime() ? new Date(until) : null;
}
