import { problems } from '../../contract/http';
import { transitionsFrom, type Machine, type Transition } from './machine';
import { refuse, type Refusal } from './refusal';

/** How something under a machine stands. Every move raises the version. */
export interface Standing<State extends string = string> {
  readonly state: State;
  readonly version: number;
}

/** What a conditional update that changed no row is answered with: there is none, or others were quicker. */
export function refuseMove(current: Standing | undefined): Refusal {
  if (!current) return refuse(problems.not_found);
  const { state, version } = current;
  return refuse(problems.conflict, { current: { state, version } });
}

interface Wish<State extends string, Actor extends string, Action extends string> {
  action: Action;
  /** Where an action leads to several states. */
  to?: State;
  /** As what the asker may act here. */
  actors: readonly Actor[];
  /** The version that the asker has seen. */
  version: number;
  /** The input. */
  given: Readonly<Record<string, unknown>>;
}

const isMissing = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/**
 * The step that a wish means for something that stands like this. Refused where there is no such thing,
 * where it does not stand as the asker has seen it, where nobody like the asker may, and where something is missing.
 * The conditional update asks for `from` and the version once more.
 */
export function stepFor<State extends string, Actor extends string, Action extends string>(
  machine: Machine<State, Actor, Action>,
  standing: Standing<State> | undefined,
  { action, to, actors, version, given }: NoInfer<Wish<State, Actor, Action>>,
): Transition<State, Actor, Action> {
  if (standing?.version !== version) throw refuseMove(standing);
  const steps = transitionsFrom(machine, standing.state).filter(
    (step) => step.action === action && (to === undefined || step.to === to),
  );
  if (steps.length === 0) throw refuseMove(standing);
  const step = steps.find(({ by }) => by.some((actor) => actors.includes(actor)));
  if (!step) throw refuse(problems.forbidden);
  const missing = step.needs.filter((field) => isMissing(given[field]));
  if (missing.length === 0) return step;
  const fields = Object.fromEntries(missing.map((field) => [field, '这一步需要填写']));
  throw refuse(problems.invalid_input, { fields });
}

/** A line of an append-only history, written in the transaction of the move that it tells of. */
export interface HistoryLine<
  State extends string = string,
  Actor extends string = string,
  Action extends string = string,
> {
  readonly action: Action;
  /** null: it came into being. */
  readonly from: State | null;
  readonly to: State;
  /** As what somebody did it; `personId` is null where nobody did, and once they have gone. */
  readonly actor: Actor;
  readonly personId: string | null;
  readonly at: Date;
  /** The version that the move made. */
  readonly version: number;
}

/** What the history says of a step that was done to what stood at `version`. */
export function lineOf<State extends string, Actor extends string, Action extends string>(
  { action, from, to }: Pick<Transition<State, Actor, Action>, 'action' | 'from' | 'to'>,
  version: number,
  who: Pick<HistoryLine<State, NoInfer<Actor>, Action>, 'actor' | 'personId' | 'at'>,
): HistoryLine<State, Actor, Action> {
  return { action, from, to, ...who, version: version + 1 };
}
