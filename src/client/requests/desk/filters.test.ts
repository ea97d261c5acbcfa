import { filtersOf, noFilters, paramsOf, questionOf, stageOf, statesOf } from './filters';

const id = '0198a5b2-7d4e-7000-8000-00000000000a';

test('what stands in an address is what is shown, and the other way round', () => {
  const filters = {
    ...noFilters,
    states: ['submitted', 'reopened'] as const,
    categoryIds: [id],
    departmentId: id,
    due: 'overdue' as const,
    search: '工钱',
  };
  expect(filtersOf(paramsOf(filters))).toEqual(filters);
  expect(paramsOf(noFilters)).toEqual({});
  expect(filtersOf({ state: 'over' }).scope).toBe('over');
});

test('what is not understood is left out', () => {
  expect(filtersOf({ state: 'gone', category: 'x,y', department: '1', due: 'never' })).toEqual(noFilters);
});

test('the cloud is asked for open ones, for all, or for the states that are named', () => {
  expect(questionOf(noFilters)).toEqual({ isOpen: true });
  expect(questionOf({ ...noFilters, scope: 'all' })).toEqual({});
  expect(questionOf({ ...noFilters, states: ['returned'] })).toEqual({ state: ['returned'] });
});

test('a stage is known by just its states', () => {
  expect(stageOf(statesOf.new)).toBe('new');
  expect(stageOf(['submitted'])).toBeNull();
});
