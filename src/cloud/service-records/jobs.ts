import { serviceLimits } from '../../contract/service-records';
import { attendanceClosed } from '../attendances/service';
import type { Clock } from '../platform/clock';
import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import type { Sealing } from '../platform/sealing';
import { purgeWords } from './correction-queries';
import { createNames } from './names';
import type { ServiceRecords } from './service';

const wordsKeptMs = serviceLimits.wordsKeptMonths * 31 * dayMs;

interface ServiceJobsParts {
  jobs: Jobs;
  clock: Clock;
  sealing: Sealing;
  serviceRecords: Pick<ServiceRecords, 'recordService'>;
}

/** Records follow attendances. */
export function serviceRecordJobs({ jobs, clock, sealing, serviceRecords }: ServiceJobsParts): void {
  jobs.handle(attendanceClosed, (tx, told) =>
    serviceRecords.recordService(tx, {
      communityId: String(told['communityId']),
      activityId: String(told['activityId']),
      attendanceId: String(told['attendanceId']),
      personId: String(told['personId']),
      minutes: Number(told['minutes']),
      version: Number(told['version']),
    }),
  );
  jobs.every('service_words_purge', dayMs, async (database) => {
    await database.run(purgeWords, [new Date(clock.now().getTime() - wordsKeptMs)]);
  });
  jobs.every('volunteer_names_reseal', dayMs, (database) => createNames(sealing).reseal(database));
}
