import type { DayCode } from '../../contract/attendance-days';
import { attendanceLimits, type AttendanceKind } from '../../contract/attendances';
import { base64urlOf, signatureOf } from '../signing';

const windowMs = attendanceLimits.codeSeconds * 1_000;
const signatureBytes = 16;

export interface ShownDayCode {
  /** What the picture says. */
  readonly text: string;
  /** For whoever has no camera, `123456`. */
  readonly digits: string;
  /** Epoch, ms, by the cloud's clock. */
  readonly showUntil: number;
}

/** What a leader's phone shows at `at` (epoch, ms, by the cloud's clock), as the cloud will check it. */
export function dayCode(
  { id, url, keys }: Pick<DayCode, 'id' | 'url' | 'keys'>,
  kind: AttendanceKind,
  at: number,
): ShownDayCode {
  const window = Math.floor(at / windowMs);
  const signed = `${id}.${window.toString(36)}`;
  const signature = signatureOf(keys[kind], signed).subarray(0, signatureBytes);
  const whole = signatureOf(keys[kind], `digits.${window.toString(36)}`);
  const number = new DataView(whole.buffer, whole.byteOffset).getUint32(0) % 1_000_000;
  return {
    text: `${url}${kind === 'in' ? 'i' : 'o'}${signed}.${base64urlOf(signature)}`,
    digits: String(number).padStart(6, '0'),
    showUntil: (window + 1) * windowMs,
  };
}
