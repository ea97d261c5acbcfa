import { untilText } from './until-text';

const now = new Date('2026-11-23T09:00:00+08:00');

test.each([
  ['2026-11-24T00:00:00+08:00', '今天有效'],
  ['2026-11-25T00:00:00+08:00', '有效到明天'],
  ['2026-12-01T00:00:00+08:00', '有效到 11 月 30 日'],
  ['2027-01-01T00:00:00+08:00', '有效到 12 月 31 日'],
  ['2027-11-01T00:00:00+08:00', '有效到 2027 年 10 月 31 日'],
  ['2026-11-23T18:30:00+08:00', '11 月 23 日 周一 18:30 前有效'],
])('%s', (expiresAt, text) => {
  expect(untilText(expiresAt, now)).toBe(text);
});

test('midnight is the community’s, not the phone’s', () => {
  expect(untilText('2026-11-24T00:00:00+08:00', new Date('2026-11-22T16:30:00Z'))).toBe('今天有效');
});
