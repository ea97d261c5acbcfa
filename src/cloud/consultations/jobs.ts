import { consultationLimits } from '../../contract/consultations';
import type { Clock } from '../platform/clock';
import { statement, type Database } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import { dayMs, minuteMs } from '../platform/local-time';
import * as hours from './hours-queries';
import { gone } from './personal-data';
import { consultationColumns, findById, type ConsultationRow } from './queries';
import type { Consultations } from './service';

/** What is due, once; where both are, only the later one is of use. */
const remind = statement<ConsultationRow & { isHour: boolean }>(
  'consultations_remind',
  `update consultations c set day_reminder_at = null,
     hour_reminder_at = case when c.hour_reminder_at > $1 then c.hour_reminder_at end
   from (select community_id, id, coalesce(hour_reminder_at <= $1, false) as is_hour from consultations
     where state = 'booked' and least(day_reminder_at, hour_reminder_at) <= $1
     order by least(day_reminder_at, hour_reminder_at) limit $2 for update skip locked) due
   where c.community_id = due.community_id and c.id = due.id
   returning ${consultationColumns}, due.is_hour as "isHour"`,
);

const anonymise = statement<object>(
  'consultations_anonymise',
  `update consultations set person_id = null, officer_id = null, note = null, reason = null, request_id = null
   where (community_id, id) in (select community_id, id from consultations
     where (person_id is not null or officer_id is not null) and ends_at < $1 limit $2)`,
);

const batch = 100;

interface JobParts {
  database: Database;
  clock: Clock;
  jobs: Jobs;
  consultations: Consultations;
}

export function consultationJobs({ clock, jobs, consultations }: JobParts): void {
  const { telling } = consultations;

  // What the days bring; what is over goes.
  jobs.every('consultations_make_slots', 60 * minuteMs, async (database) => {
    await database.run(hours.purgeSlots, [new Date(clock.now().getTime() - dayMs)]);
    for (const { communityId } of await database.rows(hours.listCommunities)) {
      const all = await database.rows(hours.listHours, [communityId, null]);
      for (const officerId of new Set(all.map((one) => one.officerId)))
        await database.transaction((tx) => consultations.makeSlotsOf(tx, communityId, officerId));
    }
  });

  jobs.every('consultations_remind', minuteMs, async (database) => {
    for (;;) {
      const reminded = await database.transaction(async (tx) => {
        const rows = await tx.rows(remind, [clock.now(), batch]);
        for (const { isHour, ...row } of rows)
          if (row.startsAt > clock.now()) await telling.tellRider(tx, row, isHour ? 'hour' : 'day');
        return rows.length;
      });
      if (reminded < batch) return;
    }
  });

  jobs.every('consultations_anonymise', 60 * minuteMs, async (database) => {
    const before = new Date(clock.now().getTime() - consultationLimits.personKeptMonths * 31 * dayMs);
    while ((await database.run(anonymise, [before, batch])) === batch);
  });

  // Told afterwards: who leaves takes everything with them in one go.
  jobs.handle(gone, async (tx, payload) => {
    const { consultationId, who } = payload as { consultationId: string; who: 'rider' | 'officer' };
    const row = await tx.row(findById, [consultationId]);
    if (!row || row.startsAt <= clock.now()) return;
    if (who === 'rider') await telling.tellOfficer(tx, row, 'given_back');
    else await telling.tellRider(tx, row, 'called_off');
  });
}
