/** One step of a state machine. Two steps between the same states are told apart by their action. */
export interface Transition<State extends string, Actor extends string, Action extends string = string> {
  readonly action: Action;
  readonly from: State;
  readonly to: State;
  readonly by: readonly Actor[];
  /** Fields of the input without which it can not be done. */
  readonly needs: readonly string[];
}

/** What becomes of something, as data. Deadlines stand in a table of their own: see deadlines.ts. */
export interface Machine<State extends string, Actor extends string, Action extends string = string> {
  readonly states: readonly State[];
  readonly initial: State;
  readonly terminal: readonly State[];
  readonly transitions: readonly Transition<State, Actor, Action>[];
}

interface MachineParts<State extends string, Actor extends string, Action extends string> {
  states: readonly State[];
  initial: NoInfer<State>;
  /** States in which something may stay for ever. */
  terminal: readonly NoInfer<State>[];
  /** `from` may name several states. */
  transitions: readonly {
    readonly action: Action;
    readonly from: NoInfer<State> | readonly NoInfer<State>[];
    readonly to: NoInfer<State>;
    readonly by: readonly Actor[];
    readonly needs?: readonly string[];
  }[];
}

export function defineMachine<
  const State extends string,
  const Actor extends string,
  const Action extends string,
>(parts: MachineParts<State, Actor, Action>): Machine<State, Actor, Action> {
  const transitions = parts.transitions.flatMap(({ from, needs = [], ...rest }) =>
    (typeof from === 'string' ? [from] : from).map((state: State) => ({ ...rest, from: state, needs })),
  );
  return { states: parts.states, initial: parts.initial, terminal: parts.terminal, transitions };
}

/** What may be done from a state, by anyone or by who acts as one of `actors`. */
export function transitionsFrom<State extends string, Actor extends string, Action extends string>(
  { transitions }: Machine<State, Actor, Action>,
  state: State,
  actors?: readonly Actor[],
): Transition<State, Actor, Action>[] {
  return transitions.filter(
    ({ from, by }) => from === state && (!actors || by.some((actor) => actors.includes(actor))),
  );
}

/** Whether who acts as these may do that in this state. */
export function can<State extends string, Actor extends string, Action extends string>(
  machine: Machine<State, Actor, Action>,
  state: State,
  action: NoInfer<Action>,
  actors: readonly Actor[],
): boolean {
  return transitionsFrom(machine, state, actors).some((step) => step.action === action);
}

/** The states from which who acts as these may do that: what the conditional update asks for. */
export function statesFor<State extends string, Actor extends string, Action extends string>(
  { transitions }: Machine<State, Actor, Action>,
  action: NoInfer<Action>,
  actors: readonly Actor[],
): State[] {
  const steps = transitions.filter(
    (step) => step.action === action && step.by.some((actor) => actors.includes(actor)),
  );
  return [...new Set(steps.map(({ from }) => from))];
}

type Shape = Machine<string, string>;

function reachable({ initial, transitions }: Shape): Set<string> {
  const seen = new Set([initial]);
  // A set is walked through to what is added meanwhile.
  for (const state of seen) {
    for (const { from, to } of transitions) if (from === state) seen.add(to);
  }
  return seen;
}

function* faultsIn(machine: Shape): Generator<string> {
  const { states, initial, terminal, transitions } = machine;
  const named = [initial, ...terminal, ...transitions.flatMap(({ from, to }) => [from, to])];
  for (const state of new Set(named)) if (!states.includes(state)) yield `${state} is no state`;
  if (new Set(states).size < states.length) yield 'a state is named twice';
  const reached = reachable(machine);
  for (const state of states) {
    const isLeft = transitions.some(({ from, to }) => from === state && to !== state);
    if (!reached.has(state)) yield `${state} can not be reached`;
    if (!isLeft && !terminal.includes(state)) yield `${state} can not be left`;
  }
  const known = new Set<string>();
  for (const { action, from, to, by } of transitions) {
    if (by.length === 0) yield `nobody may ${action} from ${from} to ${to}`;
    for (const actor of new Set(by)) {
      const edge = `${action} from ${from} to ${to} by ${actor}`;
      if (known.has(edge)) yield `${edge} is there twice`;
      known.add(edge);
    }
  }
}

/** What is wrong with a machine; for its test. */
export const faultsOf = (machine: Shape): string[] => [...faultsIn(machine)];
