import { defaultActivityRules as rules } from '../../contract/no-shows';
import { pauseBy } from './pause';

const on = (day: string, isForgiven = false) => ({ missedAt: new Date(`2026-${day}T11:00:00Z`), isForgiven });
const now = new Date('2026-11-23T09:00:00Z');

test.each([
  ['two are not enough', [on('11-01'), on('11-10')], null],
  ['three are', [on('11-01'), on('11-10'), on('11-20')], '2026-12-20T11:00:00.000Z'],
  ['one forgiven does not count', [on('11-01'), on('11-10', true), on('11-20')], null],
  ['nor one long before the others', [on('03-01'), on('11-10'), on('11-20')], null],
  ['a pause ends', [on('09-01'), on('09-10'), on('09-20')], null],
  ['and what made it makes no other', [on('09-01'), on('09-10'), on('09-20'), on('11-20')], null],
  [
    'three more do',
    [on('08-01'), on('08-02'), on('08-03'), on('11-18'), on('11-19'), on('11-20')],
    '2026-12-20T11:00:00.000Z',
  ],
] as const)('%s', (_, missed, until) => {
  expect(pauseBy(missed, rules, now)?.until.toISOString() ?? null).toBe(until);
});

test('what made the pause is known', () => {
  const missed = [on('03-01'), on('11-01'), on('11-05', true), on('11-10'), on('11-20')];
  expect(pauseBy(missed, rules, now)?.missed).toEqual([on('11-01'), on('11-10'), on('11-20')]);
});

test('where a community pauses nobody, nobody is paused', () => {
  const missed = [on('11-01'), on('11-10'), on('11-20')];
  expect(pauseBy(missed, { ...rules, isPausing: false }, now)).toBeNull();
  expect(pauseBy(missed, { ...rules, noShows: 4 }, now)).toBeNull();
});
