import { escalationLadder } from '../../contract/deadlines';
import { requestLimits, type RequestState } from '../../contract/requests';
import { nextEscalation } from '../platform/deadlines';
import { dayMs } from '../platform/local-time';
import {
  addWorkingTime,
  afterTimeLeft,
  workingTimeBetween,
  type WorkingCalendar,
} from '../platform/working-time';
import type { RequestRecord } from './queries';

/** The deadline of a state and of the answer, and when somebody is told that the former has passed. */
type RequestClock = Pick<RequestRecord, 'dueAt' | 'answerDueAt' | 'remainingMs' | 'rung' | 'escalateAt'>;

/** Days that are the requester's: when they are over it goes on without them, and nobody here is late. */
const requestersDays: Partial<Record<RequestState, number>> = {
  info_requested: requestLimits.questionDays,
  answered: requestLimits.reopenDays,
};
/** Somebody has to take it up within a working day, whatever time there is for the answer. */
const untaken: readonly RequestState[] = ['submitted', 'returned', 'reopened'];

const days = (at: Date, amount: number, calendar: WorkingCalendar) =>
  addWorkingTime(at, { unit: 'workingDays', amount }, calendar);
const earlier = (one: Date, other: Date | null) => (other && other < one ? other : one);
const later = (one: Date, other: Date | null) => (other && other > one ? other : one);

function dueIn(state: RequestState, answerDueAt: Date | null, at: Date, calendar: WorkingCalendar) {
  const own = requestersDays[state];
  if (own !== undefined) return new Date(at.getTime() + own * dayMs);
  if (state === 'rated' || state === 'withdrawn') return null;
  if (!untaken.includes(state)) return answerDueAt;
  const taken = days(at, 1, calendar);
  // What is late already is told of anew where nobody has it.
  return state === 'returned' ? taken : earlier(taken, answerDueAt);
}

interface Arrival {
  to: RequestState;
  at: Date;
  answerDueAt: Date | null;
  remainingMs: number | null;
}

function clockIn({ to, at, answerDueAt, remainingMs }: Arrival, calendar: WorkingCalendar): RequestClock {
  const dueAt = dueIn(to, answerDueAt, at, calendar);
  const isOurs = requestersDays[to] === undefined;
  const first = dueAt && isOurs ? nextEscalation(escalationLadder, { dueAt, level: 0 }, calendar) : null;
  return { dueAt, answerDueAt, remainingMs, rung: 0, escalateAt: first?.at ?? null };
}

/** Of a new one, whose category promises an answer within so many working days. */
export const clockOfNew = (at: Date, answerDays: number, calendar: WorkingCalendar): RequestClock =>
  clockIn({ to: 'submitted', at, answerDueAt: days(at, answerDays, calendar), remainingMs: null }, calendar);

/** What a move makes of the deadline of the answer. */
function answerClock(
  { state, submittedAt, answerDueAt, remainingMs, categoryId }: RequestRecord,
  { to, at, answerDays, categoryId: next }: ClockMove,
  calendar: WorkingCalendar,
): Pick<RequestClock, 'answerDueAt' | 'remainingMs'> {
  if (to === 'info_requested') {
    const left = answerDueAt && workingTimeBetween(at, answerDueAt, calendar);
    return { answerDueAt: null, remainingMs: left };
  }
  const rest = { remainingMs: null };
  if (state === 'info_requested')
    return { ...rest, answerDueAt: afterTimeLeft('workingDays', at, remainingMs ?? 0, calendar) };
  if (to === 'reopened') return { ...rest, answerDueAt: days(at, answerDays, calendar) };
  if (state === 'answered' && to === 'assigned')
    return { ...rest, answerDueAt: later(days(at, requestLimits.followUpDays, calendar), answerDueAt) };
  if (next !== categoryId)
    return { ...rest, answerDueAt: later(days(submittedAt, answerDays, calendar), answerDueAt) };
  return { ...rest, answerDueAt };
}

interface ClockMove {
  to: RequestState;
  at: Date;
  /** Of the category it has from now on. */
  answerDays: number;
  categoryId: string;
}

/** Of a request that comes into another state; where its deadline stays, so does how far it has climbed. */
export function clockAfterMove(
  request: RequestRecord,
  move: ClockMove,
  calendar: WorkingCalendar,
): RequestClock {
  const { to, at } = move;
  const clock = clockIn({ to, at, ...answerClock(request, move, calendar) }, calendar);
  const { dueAt, rung, escalateAt } = request;
  const isSame = dueAt !== null && clock.dueAt?.getTime() === dueAt.getTime();
  return isSame ? { ...clock, rung, escalateAt } : clock;
}
