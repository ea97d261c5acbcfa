import type { DayCode } from '../../contract/attendance-days';
import type { Storage } from '../platform/storage';

/** What a leader's phone makes its codes of, kept so that it goes on without a network. */
export interface KeptDayCode extends DayCode {
  /** How far the cloud's clock was ahead of this one, ms. */
  readonly aheadMs: number;
}

const prefixOf = (personId: string) => `day-code.${personId}.`;

const isKept = (value: unknown): value is KeptDayCode =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'url', 'keys', 'aheadMs'].every((name) => name in value);

export function readDayCode(storage: Storage, personId: string, activityId: string): KeptDayCode | null {
  const kept = storage.get(prefixOf(personId) + activityId);
  return isKept(kept) ? kept : null;
}

export function keepDayCode(storage: Storage, personId: string, code: KeptDayCode): void {
  storage.set(prefixOf(personId) + code.activityId, code);
}

/** Whoever leaves takes their keys along. */
export function forgetDayCodes(storage: Storage, personId: string): void {
  for (const key of storage.keys()) if (key.startsWith(prefixOf(personId))) storage.remove(key);
}
