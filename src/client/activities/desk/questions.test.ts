import { canAddOption, changed, moved, withNew, without } from './questions';

test('questions are added with names of their own, changed, moved and dropped', () => {
  const two = withNew(withNew([]));
  expect(two.map(({ id }) => id)).toEqual(['q1', 'q2']);
  expect(withNew(without(two, 'q1')).map(({ id }) => id)).toEqual(['q2', 'q3']);
  expect(moved(two, 'q2', -1).map(({ id }) => id)).toEqual(['q2', 'q1']);
  expect(moved(two, 'q2', 1).map(({ id }) => id)).toEqual(['q1', 'q2']);
});

test('options come and go with the kind', () => {
  const [asText] = changed(withNew([]), 'q1', { kind: 'text', label: '想说的' });
  expect(asText).toMatchObject({ kind: 'text', label: '想说的', options: [] });
  const [asChoice] = changed(asText ? [asText] : [], 'q1', { kind: 'multiple' });
  expect(asChoice?.options).toEqual(['', '']);
  expect(asChoice && canAddOption(asChoice)).toBe(true);
  expect(asText && canAddOption(asText)).toBe(false);
});
