import type { Pass } from '../../contract/redemptions';
import type { Storage } from '../platform/storage';

/** A pass as the device keeps it. */
export interface KeptPass extends Pick<Pass, 'id' | 'key'> {
  /** Epoch, ms, by the cloud's clock. */
  readonly expiresAt: number;
  readonly madeAt: number;
  /** How far the cloud's clock was ahead of this one, ms. */
  readonly aheadMs: number;
}

const keyOf = (personId: string) => `pass.${personId}`;

const isPass = (value: unknown): value is KeptPass =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'key'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string') &&
  ['expiresAt', 'madeAt', 'aheadMs'].every(
    (name) => typeof (value as Record<string, unknown>)[name] === 'number',
  );

export function readPass(storage: Storage, personId: string): KeptPass | null {
  const kept = storage.get(keyOf(personId));
  return isPass(kept) ? kept : null;
}

export function keepPass(storage: Storage, personId: string, pass: KeptPass): void {
  storage.set(keyOf(personId), pass);
}

/** Whoever leaves takes their key along. */
export function forgetPass(storage: Storage, personId: string): void {
  storage.remove(keyOf(personId));
}
