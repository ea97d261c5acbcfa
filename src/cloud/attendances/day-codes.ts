import { createHmac } from 'node:crypto';
import {
  attendanceKinds,
  attendanceLimits,
  attendanceProblems,
  type AttendanceKind,
} from '../../contract/attendances';
import type { Queries } from '../platform/database';
import { minuteMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { wasShown } from '../platform/rotating';
import type { Secrets } from '../platform/secrets';
import * as days from './day-queries';
import type { CodeRecord } from './day-queries';

const secretName = 'activity_codes';
const windowMs = attendanceLimits.codeSeconds * 1_000;
/** Read and sent at once: the window on the screen, the next, and half of one for the way. */
const freshMs = 2.5 * windowMs;
const clockMs = attendanceLimits.clockMinutes * minuteMs;
/** How far from the phone's clock the window of typed digits is looked for. */
const digitWindows = 4;

/** When somebody scanned or typed, by both clocks. */
export interface ReadAt {
  phoneTime: Date;
  now: Date;
}

/** What a leader's screen proves. */
export interface ReadDayCode {
  communityId: string;
  activityId: string;
  kind: AttendanceKind;
  /** When it was; not after now. */
  at: Date;
  /** On whose screen; judged by the caller against who leads. */
  shownBy: Pick<CodeRecord, 'personId' | 'madeAs'>;
}

const windowAt = (at: number) => Math.floor(at / windowMs);

/** The six digits beside a code, for whoever has no camera. */
function digitsOf(key: Buffer, window: number): string {
  const whole = createHmac('sha256', key)
    .update(`digits.${window.toString(36)}`)
    .digest();
  return String(whole.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** When what was shown at `shown` was read: now, or then, as far as the phone's clock agrees; undefined: not believed. */
function momentOf(shown: number, { phoneTime, now }: ReadAt): Date | undefined {
  const age = now.getTime() - shown;
  if (age >= -clockMs && age <= freshMs) return now;
  if (age > 0 && Math.abs(phoneTime.getTime() - shown) <= clockMs) return new Date(shown);
  return undefined;
}

/** The codes of days: made by leaders' phones with keys of ours, so that they go on without a network. */
export function createDayCodes({ secrets }: { secrets: Secrets }) {
  // Fetched now, because later it is asked for inside transactions, where waiting for a connection could be for ever.
  secrets.get(secretName).catch(() => undefined);

  const keyOf = async (kind: AttendanceKind, id: string) =>
    createHmac('sha256', await secrets.get(secretName))
      .update(`${kind}:${id}`)
      .digest();

  return {
    keyOf,

    /** What a scanned code proves. */
    async read(from: Queries, code: string, read: ReadAt): Promise<ReadDayCode> {
      const kind: AttendanceKind = code.startsWith('i') ? 'in' : 'out';
      const [id = '', window = ''] = code.slice(1).split('.');
      const row = await from.row(days.findCode, [id]);
      const shown = Number.parseInt(window, 36) * windowMs;
      if (!row || !wasShown(await keyOf(kind, id), code.slice(1), shown, 0))
        throw refuse(attendanceProblems.day_code_unknown);
      const at = momentOf(shown, read);
      if (!at) throw refuse(attendanceProblems.day_code_stale);
      return { communityId: row.communityId, activityId: row.activityId, kind, at, shownBy: row };
    },

    /** What typed digits prove, of an activity that is known. */
    async readDigits(
      from: Queries,
      { communityId, activityId, digits }: { communityId: string; activityId: string; digits: string },
      read: ReadAt,
    ): Promise<ReadDayCode> {
      const around = windowAt(Math.min(read.phoneTime.getTime(), read.now.getTime()));
      for (const row of await from.rows(days.listCodes, [communityId, activityId]))
        for (const kind of attendanceKinds) {
          const key = await keyOf(kind, row.id);
          for (let off = -digitWindows; off <= digitWindows; off += 1) {
            if (digitsOf(key, around + off) !== digits) continue;
            const at = momentOf((around + off) * windowMs, read);
            if (at) return { communityId, activityId, kind, at, shownBy: row };
          }
        }
      throw refuse(attendanceProblems.digits_wrong);
    },
  };
}

export type DayCodes = ReturnType<typeof createDayCodes>;
