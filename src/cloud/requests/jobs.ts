import { escalationLadder } from '../../contract/deadlines';
import { requestLimits } from '../../contract/requests';
import { nextEscalation } from '../platform/deadlines';
import type { Jobs } from '../platform/jobs';
import { dayMs, minuteMs } from '../platform/local-time';
import { Refusal } from '../platform/refusal';
import { forgetWhatWasSaid } from './forgetting';
import { requestMoved } from './history';
import * as due from './job-queries';
import type { RequestRecord } from './queries';
import type { Requests, RequestsParts } from './service';

const hourMs = 60 * minuteMs;
const batch = 100;
const system = { as: 'system', personId: null } as const;

const idsOf = ({ communityId, id: requestId }: RequestRecord) => ({ communityId, requestId });

interface JobParts extends Pick<RequestsParts, 'database' | 'clock'> {
  jobs: Jobs;
  requests: Requests;
}

/** Each in a transaction of its own, so that one that somebody moves meanwhile holds up no other. */
function createClockwork({ database, clock, requests }: JobParts) {
  /** The next of whom to tell, and the line in the history, once. */
  async function climb(request: RequestRecord): Promise<void> {
    await database.transaction(async (tx) => {
      const { communityId, id, version, rung, state, dueAt } = request;
      const calendar = await requests.calendarOf(tx, communityId);
      const next = dueAt && nextEscalation(escalationLadder, { dueAt, level: rung + 1 }, calendar);
      if (!(await tx.run(due.climb, [communityId, id, version, rung, next?.at ?? null]))) return;
      const line = { action: 'escalate', from: state, to: state, by: system, isInternal: true } as const;
      await requests.append(tx, idsOf(request), line);
      const audience = escalationLadder[rung]?.tell;
      if (audience) await requests.telling.tellOverdue(tx, request, audience);
    });
  }

  async function lapse(request: RequestRecord): Promise<void> {
    const move = { action: 'lapse', by: system, version: request.version } as const;
    try {
      await database.transaction((tx) => requests.move(tx, idsOf(request), move));
    } catch (error) {
      // The requester was quicker.
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async function each(
    statement: typeof due.listLate,
    work: (request: RequestRecord) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      const rows = await database.rows(statement, [clock.now(), batch]);
      for (const request of rows) await work(request);
      if (rows.length < batch) return;
    }
  }

  return {
    lapseDue: () => each(due.listLapsed, lapse),
    climbDue: () => each(due.listLate, climb),
    async anonymiseOld(): Promise<void> {
      const before = new Date(clock.now().getTime() - requestLimits.personKeptMonths * 31 * dayMs);
      for (;;) {
        const old = await database.rows(due.listOld, [before, batch]);
        for (const { communityId, id } of old)
          await database.transaction((tx) => forgetWhatWasSaid(tx, communityId, [id]));
        if (old.length < batch) return;
      }
    },
  };
}

export function requestJobs(parts: JobParts): void {
  const { jobs, requests } = parts;
  const clockwork = createClockwork(parts);
  jobs.handle(requestMoved, async (tx, payload) => {
    const { communityId, requestId, entryId } = payload as Record<
      'communityId' | 'requestId' | 'entryId',
      string
    >;
    await requests.telling.tellOf(tx, { communityId, requestId }, entryId);
  });
  jobs.every('requests_lapse', 10 * minuteMs, () => clockwork.lapseDue());
  jobs.every('requests_escalate', 5 * minuteMs, () => clockwork.climbDue());
  jobs.every('requests_anonymise', hourMs, () => clockwork.anonymiseOld());
}
