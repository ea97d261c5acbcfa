import { escalationLadder } from '../../contract/deadlines';
import { reportLimits } from '../../contract/reports';
import { nextEscalation } from '../platform/deadlines';
import type { Queries } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import { dayMs, minuteMs } from '../platform/local-time';
import { Refusal } from '../platform/refusal';
import { hearOfScreenings, type ScreeningResult } from '../screenings/service';
import { reportMoved } from './history';
import * as due from './job-queries';
import * as queries from './queries';
import type { ReportRecord } from './queries';
import type { Reports, ReportsParts } from './service';
import { tallyJobs } from './tallies';

const hourMs = 60 * minuteMs;
const batch = 100;
const system = { as: 'system', personId: null } as const;

const idsOf = ({ communityId, id: reportId }: ReportRecord) => ({ communityId, reportId });

/** What became of a round of looking at what a reporter wrote. */
function createHearing({ reports }: { reports: Reports }) {
  return async function hear(tx: Queries, result: ScreeningResult): Promise<void> {
    const { communityId, subjectId: reportId, screeningId, verdict, reason, picturesSeen } = result;
    const report = await tx.row(queries.endScreening, [communityId, reportId, screeningId]);
    if (!report) return;
    const isPassed = verdict === 'pass';
    const decided = isPassed ? 'passed' : 'rejected';
    await tx.run(queries.decideEntries, [communityId, reportId, decided]);
    const ids = { communityId, reportId };
    const move = { by: system, version: report.version };
    if (report.state !== 'screening') {
      if (!isPassed) await reports.telling.tellWithheld(tx, report, reason);
    } else if (isPassed) await reports.move(tx, ids, { ...move, action: 'screen', isSeen: picturesSeen });
    else await reports.move(tx, ids, { ...move, action: 'reject', words: reason });
  };
}

interface JobParts extends Pick<ReportsParts, 'database' | 'clock'> {
  jobs: Jobs;
  reports: Reports;
}

/** Each in a transaction of its own, so that one that somebody moves meanwhile holds up no other. */
function createClockwork({ database, clock, reports }: JobParts) {
  /** The next of whom to tell, and the line in the history, once. */
  async function climb(report: ReportRecord): Promise<void> {
    await database.transaction(async (tx) => {
      const { communityId, id, version, rung, state, dueAt } = report;
      const calendar = await reports.calendarOf(tx, communityId);
      const next = dueAt && nextEscalation(escalationLadder, { dueAt, level: rung + 1 }, calendar);
      const values = [communityId, id, version, rung, next?.at ?? null];
      if (!(await tx.run(due.climb, values))) return;
      const line = { action: 'escalate', from: state, to: state, by: system, isInternal: true } as const;
      await reports.append(tx, idsOf(report), line);
      const audience = escalationLadder[rung]?.tell;
      if (audience) await reports.telling.tellOverdue(tx, report, audience);
    });
  }

  async function lapse(report: ReportRecord): Promise<void> {
    const move = { action: 'lapse', by: system, version: report.version } as const;
    try {
      await database.transaction((tx) => reports.move(tx, idsOf(report), move));
    } catch (error) {
      // The reporter was quicker.
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async function each(
    statement: typeof due.listLate,
    work: (report: ReportRecord) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const rows = await database.rows(statement, [clock.now(), batch]);
      for (const report of rows) await work(report);
      if (rows.length < batch) return;
    }
  }

  return {
    lapseDue: () => each(due.listLapsed, lapse),
    climbDue: () => each(due.listLate, climb),
    async anonymiseOld(): Promise<void> {
      const before = new Date(clock.now().getTime() - reportLimits.personKeptMonths * 31 * dayMs);
      while ((await database.run(due.anonymise, [before, batch])) === batch);
    },
  };
}

export function reportJobs(parts: JobParts): void {
  const { jobs, reports } = parts;
  const clockwork = createClockwork(parts);

  jobs.handle(reportMoved, async (tx, payload) => {
    const { communityId, reportId, entryId } = payload as Record<
      'communityId' | 'reportId' | 'entryId',
      string
    >;
    await reports.telling.tellOf(tx, { communityId, reportId }, entryId);
  });
  hearOfScreenings(jobs, 'report', createHearing(parts));
  tallyJobs(jobs);
  jobs.every('reports_lapse', 10 * minuteMs, () => clockwork.lapseDue());
  jobs.every('reports_escalate', 5 * minuteMs, () => clockwork.climbDue());
  jobs.every('reports_anonymise', hourMs, () => clockwork.anonymiseOld());
}
