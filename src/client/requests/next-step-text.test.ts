import { nextStepWords } from './next-step-text';

const dueAt = '2026-12-01T17:30:00+08:00';

test('whose turn it is and by when is said for each', () => {
  const submitted = {
    state: 'submitted',
    department: '工会',
    next: { by: 'department', dueAt, isOverdue: false },
  } as const;
  expect(nextStepWords(submitted)).toEqual({
    text: '等工会受理',
    due: '最晚 12 月 1 日 周二 17:30',
    isOverdue: false,
  });
  const asked = {
    ...submitted,
    state: 'info_requested',
    next: { by: 'requester', dueAt, isOverdue: false },
  } as const;
  expect(nextStepWords(asked).due).toBe('请在 12 月 1 日 周二 17:30 前补充');
});

test('what is late is said to be late, and what is over has no deadline', () => {
  const late = {
    state: 'assigned',
    department: null,
    next: { by: 'department', dueAt, isOverdue: true },
  } as const;
  expect(nextStepWords(late)).toEqual({
    text: '负责的部门正在办理',
    due: '原定 12 月 1 日 周二 17:30，已经超时，正在催办',
    isOverdue: true,
  });
  expect(nextStepWords({ state: 'withdrawn', department: '工会', next: null }).due).toBe('');
});
