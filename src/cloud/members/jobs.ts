import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import type { Sealing } from '../platform/sealing';
import { createPartyReports } from './party-reports';

export function memberJobs(jobs: Jobs, sealing: Sealing): void {
  jobs.every('party_reports_reseal', dayMs, (database) => createPartyReports(sealing).reseal(database));
}
