import { problems, type Problem } from '../../contract/http';
import { defineMachine } from './machine';
import { lineOf, refuseMove, stepFor } from './moves';
import { Refusal } from './refusal';

const machine = defineMachine({
  states: ['triage', 'assigned', 'rejected'],
  initial: 'triage',
  terminal: ['rejected'],
  transitions: [
    { action: 'decide', from: 'triage', to: 'assigned', by: ['staff'], needs: ['departmentId'] },
    { action: 'decide', from: 'triage', to: 'rejected', by: ['staff'], needs: ['reason'] },
    { action: 'return', from: 'assigned', to: 'triage', by: ['department'] },
  ],
});
const standing = { state: 'triage', version: 3 } as const;
const wish = { action: 'decide', actors: ['staff'], version: 3, given: {} } as const;

function refusalOf(work: () => unknown): [Problem, Refusal['details']] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.problem as Problem, error.details];
    throw error;
  }
  throw new Error('It was not refused');
}

test('who comes too late learns how it stands', () => {
  const now = { state: 'assigned', version: 4 } as const;
  const conflict = [problems.conflict, { current: now }];
  const { problem, details } = refuseMove(now);
  expect([problem, details]).toEqual(conflict);
  expect(refusalOf(() => stepFor(machine, now, wish))).toEqual(conflict);
  expect(refusalOf(() => stepFor(machine, now, { ...wish, version: 4 }))).toEqual(conflict);
  expect(refusalOf(() => stepFor(machine, undefined, wish))[0]).toBe(problems.not_found);
});

test('an action is the step that leads where one wants, for who may and has said what it needs', () => {
  const given = { departmentId: 'x', reason: ' ' };
  expect(stepFor(machine, standing, { ...wish, given }).to).toBe('assigned');
  const fields = { reason: expect.any(String) as string };
  expect(refusalOf(() => stepFor(machine, standing, { ...wish, to: 'rejected', given }))).toEqual([
    problems.invalid_input,
    { fields },
  ]);
  expect(refusalOf(() => stepFor(machine, standing, { ...wish, actors: ['department'] }))[0]).toBe(
    problems.forbidden,
  );
});

test('the history says what was done, and the version that it made', () => {
  const step = stepFor(machine, standing, { ...wish, given: { departmentId: 'x' } });
  const who = { actor: 'staff', personId: null, at: new Date(0) } as const;
  expect(lineOf(step, standing.version, who)).toEqual({
    action: 'decide',
    from: 'triage',
    to: 'assigned',
    ...who,
    version: 4,
  });
});
