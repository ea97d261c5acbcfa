import { problems, type InputOf } from '../../contract/http';
import { defaultWorkingHours, type WorkingYear } from '../../contract/working-days';
import type {
  listWorkingDaysSchemas,
  removeWorkingDaySchemas,
  setWorkingDaySchemas,
  setWorkingHoursSchemas,
} from '../../contract/working-days.schema';
import type { Audit } from '../audit/service';
import type { Asker } from '../platform/asker';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { isYearArranged, missingYears, specialDaysOf } from '../platform/holidays';
import { localDate } from '../platform/local-time';
import type { Log } from '../platform/log';
import { refuse } from '../platform/refusal';
import { workingCalendar, type WorkingCalendar } from '../platform/working-time';
import * as queries from './queries';

interface WorkingDaysParts {
  database: Database;
  clock: Clock;
  log: Log;
  audit: Audit;
}

const yearOf = (date: string) => Number(date.slice(0, 4));

async function hoursOf(from: Queries, communityId: string) {
  const row = await from.row(queries.findCommunity, [communityId]);
  if (!row) throw refuse(problems.not_found);
  const { timeZone, opens, closes } = row;
  const hours = opens === null || closes === null ? defaultWorkingHours : { opens, closes };
  return { timeZone, hours };
}

async function workingYearOf(from: Queries, communityId: string, year: number): Promise<WorkingYear> {
  const { hours } = await hoursOf(from, communityId);
  const own = (await from.rows(queries.listDays, [communityId])).filter(({ day }) => yearOf(day) === year);
  const special = specialDaysOf(year);
  const ofAll = [...special].map(([day, rest]) => ({ day, ...rest, isOwn: false, note: null }));
  const ofTheirs = own.map((row) => ({ ...row, name: special.get(row.day)?.name ?? null, isOwn: true }));
  const byDay = new Map([...ofAll, ...ofTheirs].map((entry) => [entry.day, entry]));
  const days = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  return { year, isArranged: isYearArranged(year), hours: { ...hours }, days };
}

/** What nobody can count with until the package of holidays is renewed. */
function tellMissing(log: Log, clock: Clock): void {
  const years = missingYears(clock.now());
  if (years.length > 0)
    log.warn(
      { years },
      'the holidays of these years are not known yet: update tyme4ts when they are announced',
    );
}

export type WorkingDays = ReturnType<typeof createWorkingDays>;

/** When communities work: what their deadlines are counted by. */
export function createWorkingDays({ database, clock, log, audit }: WorkingDaysParts) {
  tellMissing(log, clock);

  /** What changes it is written down with it. */
  function changing(
    { communityId, year }: { communityId: string; year: number },
    { personId: actorId }: Asker,
    details: Readonly<Record<string, unknown>>,
    work: (tx: Queries) => Promise<number>,
  ): Promise<WorkingYear> {
    return database.transaction(async (tx) => {
      if (await work(tx))
        await audit.record(tx, { communityId, actorId, action: 'working_days_set', details });
      return workingYearOf(tx, communityId, year);
    });
  }

  return {
    /** For deadlines, inside a transaction too. */
    async calendarOf(from: Queries, communityId: string): Promise<WorkingCalendar> {
      const parts = await hoursOf(from, communityId);
      const days = await from.rows(queries.listDays, [communityId]);
      return workingCalendar({
        ...parts,
        exceptions: new Map(days.map(({ day, isWorking }) => [day, isWorking])),
      });
    },

    /** Staff, organiser, admin or auditor. */
    async listWorkingDays({
      communityId,
      year,
    }: InputOf<typeof listWorkingDaysSchemas>): Promise<WorkingYear> {
      const { timeZone } = await hoursOf(database, communityId);
      return workingYearOf(database, communityId, year ?? yearOf(localDate(timeZone, clock.now())));
    },

    /** Organiser or admin. */
    setWorkingDay(
      { communityId, day, isWorking, note }: InputOf<typeof setWorkingDaySchemas>,
      asker: Asker,
    ): Promise<WorkingYear> {
      return changing({ communityId, year: yearOf(day) }, asker, { day, isWorking }, (tx) =>
        tx.run(queries.setDay, [communityId, day, isWorking, note?.trim() ?? null]),
      );
    },

    /** Organiser or admin. */
    removeWorkingDay(
      { communityId, day }: InputOf<typeof removeWorkingDaySchemas>,
      asker: Asker,
    ): Promise<WorkingYear> {
      return changing({ communityId, year: yearOf(day) }, asker, { day }, (tx) =>
        tx.run(queries.deleteDay, [communityId, day]),
      );
    },

    /** Organiser or admin. */
    async setWorkingHours(
      { communityId, opens, closes }: InputOf<typeof setWorkingHoursSchemas>,
      asker: Asker,
    ): Promise<WorkingYear> {
      if (closes <= opens)
        throw refuse(problems.invalid_input, { fields: { closes: '下班时间要晚于上班时间' } });
      const { timeZone } = await hoursOf(database, communityId);
      const year = yearOf(localDate(timeZone, clock.now()));
      return changing({ communityId, year }, asker, { opens, closes }, (tx) =>
        tx.run(queries.setHours, [communityId, opens, closes]),
      );
    },
  };
}
