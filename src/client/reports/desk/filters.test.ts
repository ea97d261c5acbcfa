import { filtersOf, isFiltered, noFilters, paramsOf, questionOf, type DeskFilters } from './filters';
import { stageOf } from './stages';

const department = '019ab000-0000-7000-8000-000000000401';

const chosen: DeskFilters = {
  scope: 'open',
  states: ['triage', 'assigned'],
  categories: ['environment', 'other'],
  departmentId: department,
  gridMembershipId: null,
  due: 'overdue',
  search: '井盖',
  from: '2026-11-01',
  to: '2026-11-20',
  order: 'newest',
};

test('an address says what is chosen and nothing else, and is read back the same', () => {
  expect(paramsOf(noFilters)).toEqual({});
  expect(filtersOf({})).toEqual(noFilters);
  expect(paramsOf(chosen)).toEqual({
    state: 'triage,assigned',
    category: 'environment,other',
    department,
    due: 'overdue',
    search: '井盖',
    from: '2026-11-01',
    to: '2026-11-20',
    order: 'newest',
  });
  expect(filtersOf(paramsOf(chosen))).toEqual(chosen);
  for (const scope of ['open', 'closed', 'all'] as const)
    expect(filtersOf(paramsOf({ ...noFilters, scope })).scope).toBe(scope);
});

test('what an address says wrongly is left out', () => {
  const wrong = {
    state: 'gone',
    category: 'x,other',
    department: '1',
    due: 'now',
    from: 'today',
    order: 'up',
  };
  expect(filtersOf(wrong)).toEqual({ ...noFilters, categories: ['other'] });
});

test('the cloud is asked for states where they are named, else for open or closed ones', () => {
  expect(questionOf(noFilters)).toEqual({ isOpen: true });
  expect(questionOf({ ...noFilters, scope: 'closed' })).toEqual({ isOpen: false });
  expect(questionOf({ ...noFilters, scope: 'all' })).toEqual({});
  expect(questionOf({ ...noFilters, states: ['triage'] })).toEqual({ state: ['triage'] });
  expect(questionOf(chosen, ['resolved'])).toMatchObject({ state: ['resolved'], due: 'overdue' });
});

test('the order is no filter, and a stage is known by its states', () => {
  expect(isFiltered({ ...noFilters, order: 'newest' })).toBe(false);
  expect(isFiltered({ ...noFilters, scope: 'all' })).toBe(true);
  expect(stageOf(['transferred', 'info_requested', 'scheduled'])).toBe('waiting');
  expect(stageOf(['triage', 'assigned'])).toBeNull();
});
