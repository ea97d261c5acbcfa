import { gridStates } from '../../contract/members';
import { gridMachine, statesBefore } from './machine';

const over = ['declined', 'withdrawn', 'left'];

test('every state is reached from the first', () => {
  const reached = new Set<string>(['applied']);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const { from, to } of gridMachine) if (reached.has(from)) reached.add(to);
  }
  expect([...reached].sort()).toEqual([...gridStates].sort());
});

test('every state that is not over can be left, and none that is', () => {
  const left = new Set(gridMachine.map(({ from }) => from));
  expect(gridStates.filter((state) => !left.has(state)).sort()).toEqual([...over].sort());
});

test('only staff let somebody in; only the person pauses and leaves', () => {
  expect(statesBefore('active', 'staff')).toEqual(['applied']);
  expect(statesBefore('active', 'self')).toEqual(['paused']);
  expect(statesBefore('left', 'self')).toEqual(['active', 'paused']);
  expect(statesBefore('paused', 'staff')).toEqual([]);
});
