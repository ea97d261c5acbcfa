import type { Activity } from '../../../contract/activities';
import { needsForm, stepOf } from './step';

const open = {
  state: 'published',
  offer: 'open',
  mine: null,
  audience: 'everyone',
  startsAt: '2026-11-28T09:30:00+08:00',
  signUpUntil: '2026-11-28T09:00:00+08:00',
  can: { signUp: true, cancel: false, changeAnswers: false, lead: false, manage: false },
  questions: [],
  isRisky: false,
  riskNotice: null,
  insuranceText: null,
} as unknown as Activity;
const friday = Date.parse('2026-11-27T12:00:00+08:00');
const asker = { isSignedIn: true, now: friday };
const mayNot = { ...open.can, signUp: false };

test('what there is to do about an activity', () => {
  expect(stepOf(open, asker)).toBe('sign_up');
  expect(stepOf({ ...open, offer: 'waitlist' }, asker)).toBe('waitlist');
  expect(stepOf({ ...open, can: mayNot }, { ...asker, isSignedIn: false })).toBe('sign_in');
  expect(stepOf({ ...open, offer: 'soon', can: mayNot }, asker)).toBe('soon');
  expect(stepOf({ ...open, mine: { id: '1', state: 'going', waitPlace: null } }, asker)).toBe('none');
});

test('why there is nothing to do', () => {
  const closed: Activity = { ...open, offer: 'closed', can: mayNot };
  expect(stepOf({ ...closed, state: 'cancelled' }, asker)).toBe('none');
  expect(stepOf({ ...closed, state: 'finished' }, asker)).toBe('over');
  expect(stepOf(closed, { ...asker, now: Date.parse(open.startsAt) })).toBe('begun');
  expect(stepOf(closed, { ...asker, now: Date.parse(open.signUpUntil) })).toBe('closed');
  expect(stepOf({ ...closed, audience: 'grid_members' }, asker)).toBe('grid_only');
  expect(stepOf(closed, asker)).toBe('members');
});

test('a form is needed for questions, risks and insurance', () => {
  expect(needsForm(open)).toBe(false);
  expect(needsForm({ ...open, isRisky: true })).toBe(true);
  expect(needsForm({ ...open, insuranceText: '意外险' })).toBe(true);
});
