import { redemptionLimits } from '../../../contract/redemptions';
import { base64urlOf, signatureOf } from '../../signing';

const windowMs = redemptionLimits.passSeconds * 1_000;
const signatureBytes = 16;
export interface ShownCode {
  readonly text: string;
  /** Epoch, ms, by the cloud's clock. */
  readonly showUntil: number;
}

/** What a phone shows at `at` (epoch, ms, by the cloud's clock), as the cloud would have signed it. */
export function passCode({ id, key }: { id: string; key: string }, at: number): ShownCode {
  const window = Math.floor(at / windowMs);
  const signed = `${id}.${window.toString(36)}`;
  const signature = signatureOf(key, signed).subarray(0, signatureBytes);
  return { text: `${signed}.${base64urlOf(signature)}`, showUntil: (window + 1) * windowMs };
}
