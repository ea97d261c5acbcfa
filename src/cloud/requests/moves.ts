import { requestCaseProblems } from '../../contract/request-cases';
import type { RequestAction, RequestActor, RequestState } from '../../contract/requests';
import type { Queries } from '../platform/database';
import { refuseMove } from '../platform/moves';
import { refuse } from '../platform/refusal';
import * as categories from './category-queries';
import { clockAfterMove } from './clocks';
import type { Doer, History, RequestIds, Said } from './history';
import { requestMachine } from './machine';
import * as queries from './queries';
import type { Movable, RequestRecord } from './queries';
import type { RequestsParts } from './service';

/** To whom a request is given, and as what. */
export interface Given {
  departmentId: string;
  officerId: string | null;
  categoryId: string;
  isConfidential: boolean;
}

/** One step of the machine. */
export interface Move extends Said {
  action: RequestAction;
  by: Doer;
  /** The one that whoever moves it has seen. */
  version: number;
  given?: Given;
}

type Effect = (request: RequestRecord, move: Move, now: Date) => Partial<Movable>;

const answered: Effect = ({ firstAnsweredAt, answerDueAt, isLate }, _move, now) => ({
  answeredAt: now,
  firstAnsweredAt: firstAnsweredAt ?? now,
  isLate: firstAnsweredAt ? isLate : answerDueAt !== null && now > answerDueAt,
});

/** What an action changes besides the state and its deadline. */
const effects: Partial<Record<RequestAction, Effect>> = {
  // Whoever takes it on deals with it.
  accept: ({ officerId }, { by }) => ({ officerId: by.as === 'department' ? by.personId : officerId }),
  assign: (_request, { given }) => ({ ...given }),
  return: ({ returned }) => ({ departmentId: null, officerId: null, returned: returned + 1 }),
  ask: ({ state }, { words }) => ({ question: words ?? null, stateBefore: state }),
  reply: () => ({ question: null, stateBefore: null }),
  lapse: ({ state }, _move, now) =>
    state === 'answered' ? { isLapsed: true, closedAt: now } : { question: null, stateBefore: null },
  answer: answered,
  follow_up: ({ followUps }) => ({ followUps: followUps + 1 }),
  rate: (_request, { stars }, now) => ({ stars: stars ?? null, closedAt: now }),
  reopen: (_request, _move, now) => ({ reopenedAt: now, stars: null, isLapsed: false, closedAt: null }),
  withdraw: (_request, _move, now) => ({ closedAt: now }),
};

/** The one step of an action from where a request stands; of several the one back to what it was. */
function stepOf({ state, stateBefore }: RequestRecord, action: RequestAction, as: RequestActor) {
  const steps = requestMachine.transitions.filter(
    (step) => step.action === action && step.from === state && step.by.includes(as),
  );
  return steps.length > 1 ? steps.find(({ to }) => to === stateBefore) : steps[0];
}

/** The department that a line names: which it is given to, or which does it. */
const departmentOf = ({ departmentId }: RequestRecord, { by, given }: Move): string | null => {
  if (given) return given.departmentId;
  return by.as === 'department' ? departmentId : null;
};

const isHandler = (as: RequestActor) => as === 'department' || as === 'staff';

/** Nobody deals with their own request. */
export function demandOthers(request: RequestRecord | undefined, handlerId: string | null): void {
  if (handlerId !== null && request?.requesterId === handlerId)
    throw refuse(requestCaseProblems.request_own_case);
}

type MovesParts = Pick<RequestsParts, 'clock' | 'workingDays'> & { history: History };

export type Moves = ReturnType<typeof createMoves>;

/** The one way by which requests change. */
export function createMoves({ clock, workingDays, history }: MovesParts) {
  async function changed(
    tx: Queries,
    request: RequestRecord,
    move: Move,
    to: RequestState,
  ): Promise<Movable> {
    const { communityId } = request;
    const at = clock.now();
    const next = { ...request, state: to, changedAt: at, ...effects[move.action]?.(request, move, at) };
    const category = await tx.row(categories.find, [communityId, next.categoryId]);
    const { categoryId } = next;
    const ofClock = { to, at, categoryId, answerDays: category?.answerDays ?? 1 };
    return { ...next, ...clockAfterMove(request, ofClock, await workingDays.calendarOf(tx, communityId)) };
  }

  return {
    /**
     * Brings a request from one state into another, with its deadline, its line in the history, its photos and what is told
     * of it, in the caller's transaction. The caller has judged who may (`by.as`) and checked what the step needs. Refused
     * with `conflict` where it can not be done from there, or somebody else did something meanwhile.
     */
    async move(tx: Queries, { communityId, requestId }: RequestIds, move: Move): Promise<RequestRecord> {
      const { action, by, version } = move;
      const request = await tx.row(queries.find, [communityId, requestId]);
      const step = request && stepOf(request, action, by.as);
      if (!request || !step || version !== request.version) throw refuseMove(request);
      const next = await changed(tx, request, move, step.to);
      const handlerId = isHandler(by.as) ? by.personId : null;
      const moved = await tx.row(queries.move, queries.movedValues(request, next, handlerId));
      if (!moved) {
        const now = await tx.row(queries.find, [communityId, requestId]);
        demandOthers(now, handlerId);
        throw refuseMove(now);
      }
      await history.append(
        tx,
        { communityId, requestId },
        {
          ...move,
          from: request.state,
          to: step.to,
          departmentId: departmentOf(request, move),
          categoryId: next.categoryId === request.categoryId ? null : next.categoryId,
        },
      );
      return moved;
    },
  };
}
