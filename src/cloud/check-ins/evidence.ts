import { checkInLimits, type EvidenceGrade } from '../../contract/check-ins';
import type { Position } from '../../contract/positions';
import { metresBetween, type Point } from '../platform/distance';

export type Nearness = 'near' | 'far' | 'vague';

/** Whether a position proves that someone was at the station. Its own inaccuracy speaks for them, up to a limit. */
export function nearnessOf(position: Position, station: Point): Nearness {
  const { maxDistanceM, maxAccuracyM } = checkInLimits;
  if (position.accuracyM > maxAccuracyM) return 'vague';
  return metresBetween(position, station) <= maxDistanceM + position.accuracyM ? 'near' : 'far';
}

/** A far or vague position takes nothing from a code. */
export function gradeOf(
  code: 'rotating' | 'code',
  nearness: Nearness | null,
): Exclude<EvidenceGrade, 'staff' | 'position'> {
  if (code === 'rotating') return 'rotating';
  return nearness === 'near' ? 'code_and_position' : 'code';
}
