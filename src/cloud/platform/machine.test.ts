import { can, defineMachine, faultsOf, statesFor, transitionsFrom } from './machine';

const door = defineMachine({
  states: ['open', 'shut', 'locked', 'gone'],
  initial: 'open',
  terminal: ['gone'],
  transitions: [
    { action: 'shut', from: 'open', to: 'shut', by: ['guest', 'owner'] },
    { action: 'open', from: ['shut', 'locked'], to: 'open', by: ['owner'], needs: ['key'] },
    { action: 'lock', from: 'shut', to: 'locked', by: ['owner'] },
    { action: 'remove', from: ['open', 'shut'], to: 'gone', by: ['owner'] },
  ],
});

test('a table without faults has none', () => expect(faultsOf(door)).toEqual([]));

test('what may be done from a state depends on who acts', () => {
  expect(transitionsFrom(door, 'shut').map(({ action }) => action)).toEqual(['open', 'lock', 'remove']);
  expect(transitionsFrom(door, 'shut', ['guest'])).toEqual([]);
  expect(transitionsFrom(door, 'open', ['guest']).map(({ to }) => to)).toEqual(['shut']);
  expect(transitionsFrom(door, 'locked')[0]?.needs).toEqual(['key']);
  expect([can(door, 'open', 'shut', ['guest']), can(door, 'open', 'lock', ['owner'])]).toEqual([true, false]);
  expect(statesFor(door, 'open', ['owner', 'guest'])).toEqual(['shut', 'locked']);
  expect(statesFor(door, 'open', ['guest'])).toEqual([]);
});

const states = ['a', 'b', 'c'] as const;
const by = ['x'];
const there = { action: 'go', from: 'a', to: 'b', by } as const;
const back = { action: 'back', from: 'b', to: 'a', by } as const;
const machine = { states, initial: 'a', terminal: ['c'] } as const;

test.each([
  ['a state that nothing leads to', [there, back], ['c can not be reached']],
  [
    'a state that is a trap, though it leads to itself',
    [there, { ...there, action: 'end', to: 'c' }, { ...back, to: 'b' }],
    ['b can not be left'],
  ],
  [
    'the same step twice',
    [there, there, back, { ...there, action: 'end', to: 'c' }],
    ['go from a to b by x is there twice'],
  ],
  ['a step for nobody', [there, back, { ...there, to: 'c', by: [] }], ['nobody may go from a to c']],
] as const)('%s is found', (_what, transitions, faults) => {
  expect(faultsOf(defineMachine({ ...machine, transitions }))).toEqual(faults);
});

test('a step to what is no state is found', () => {
  const end = { action: 'end', from: 'b', to: 'c', by, needs: [] };
  const wrong = { ...machine, transitions: [{ ...there, needs: [] }, end, { ...end, to: 'd' }] };
  expect(faultsOf(wrong)).toEqual(['d is no state']);
});
