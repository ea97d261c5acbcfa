import type { People } from '../people/service';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { Limits } from '../platform/rate-limit';
import type { Sealing } from '../platform/sealing';
import type { Secrets } from '../platform/secrets';
import type { Settings } from '../platform/settings';
import type { Sms } from '../platform/sms';
import type { MiniProgram } from '../platform/wechat/mini-program';
import type { OfficialAccount } from '../platform/wechat/official-account';
import { createDemoSignIn } from './demo-sign-in';
import { createLinks } from './links';
import { createMySessions } from './my-sessions';
import { createOpening } from './opening';
import { createPhoneCodes } from './phone-codes';
import { createSignIns } from './sign-ins';

export { sessionsPersonalData } from './personal-data';
export { phoneSubjectOf } from './phone-codes';

export interface SessionsParts {
  database: Database;
  changes: Changes;
  clock: Clock;
  secrets: Secrets;
  sealing: Sealing;
  limits: Limits;
  settings: Settings;
  miniProgram: MiniProgram | null;
  officialAccount: OfficialAccount | null;
  sms: Sms | null;
  people: People;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Who comes in, by which way, and who is in. */
export function createSessions(parts: SessionsParts) {
  const more = { ...parts, open: createOpening(parts), codes: createPhoneCodes(parts) };
  return {
    ...createSignIns(more),
    ...createDemoSignIn(more),
    ...createLinks(more),
    ...createMySessions(parts),
  };
}
