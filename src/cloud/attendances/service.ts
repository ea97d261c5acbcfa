import type { Audit } from '../audit/service';
import type { Notify } from '../notices/service';
import type { People } from '../people/service';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import type { Limits } from '../platform/rate-limit';
import type { Secrets } from '../platform/secrets';
import type { Settings } from '../platform/settings';
import { activityBy, type DayIds } from './access';
import { createDayCodes, type DayCodes } from './day-codes';
import { createLists } from './lists';
import { createCodeGiving, createDayKeeping, createMarking } from './marking';
import { createNoShows, createRules } from './no-shows';
import { createPauses } from './pauses';
import * as queries from './queries';
import { createMyDays, createRecording } from './recording';
import { minutesOf } from './timing';
import { attendanceLimits } from '../../contract/attendances';

export { attendancesPersonalData, forgetAttendances } from './personal-data';
export { attendanceClosed } from './ledger';

interface GivenParts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  settings: Pick<Settings, 'publicUrl'>;
  limits: Pick<Limits, 'consume'>;
  audit: Audit;
  people: Pick<People, 'describePeople'>;
  notify: Notify;
  /** Makes somebody a member of a community unless they are. */
  join: (tx: Queries, communityId: string, personId: string) => Promise<void>;
}

export interface AttendancesParts extends GivenParts {
  codes: DayCodes;
}

/** One who was there, as others reckon with them. */
export interface KnownAttendance {
  attendanceId: string;
  personId: string;
  cameAt: Date | null;
  leftAt: Date | null;
  /** null while it goes on. */
  minutes: number | null;
  version: number;
}

export type Attendances = ReturnType<typeof createAttendances>;

export function createAttendances(given: GivenParts) {
  const parts: AttendancesParts = { ...given, codes: createDayCodes(given) };
  const lists = createLists(parts);

  return {
    ...createRecording(parts),
    ...createMyDays(parts),
    ...createCodeGiving(parts),
    ...createMarking({ ...parts, lists }),
    ...createDayKeeping({ ...parts, lists }),
    ...createNoShows(parts),
    ...createRules(parts),
    ...createPauses(parts),
    listAttendances: lists.listAttendances,

    /** Everybody known to have been there; in the caller's transaction. */
    async ofActivity(from: Queries, ids: DayIds): Promise<KnownAttendance[]> {
      const activity = await activityBy(from, ids);
      const rows = await from.rows(queries.list, [ids.communityId, ids.activityId, attendanceLimits.people]);
      return rows.flatMap(({ id: attendanceId, personId, version, ...row }) =>
        personId === null || row.cameAt === null
          ? []
          : [
              {
                attendanceId,
                personId,
                cameAt: row.cameAt,
                leftAt: row.leftAt,
                minutes: minutesOf(row, activity),
                version,
              },
            ],
      );
    },
  };
}
