import { audienceTexts, datesText, ruleText, useTexts, weekdaysText, whenText } from './rule-text';

test('days in a row are told as a span', () => {
  expect(weekdaysText([1, 2, 3, 4, 5, 6, 7])).toBe('每天');
  expect(weekdaysText([5, 1, 2, 4, 3])).toBe('周一至周五');
  expect(weekdaysText([6, 7])).toBe('周六、周日');
  expect(weekdaysText([1, 3, 5, 6, 7])).toBe('周一、周三、周五至周日');
});

test('hours may end the day after', () => {
  expect(whenText({ weekdays: [1], hours: { from: '21:00', to: '02:00' } })).toBe('周一 21:00–次日 02:00');
});

test('limit and hours in one line', () => {
  const lunch = { weekdays: [1, 2, 3, 4, 5], hours: { from: '11:00', to: '14:00' } };
  expect(ruleText({ ...lunch, perRider: 1, period: 'day' })).toBe('每人每天 1 张，周一至周五 11:00–14:00');
  const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], hours: null };
  expect(ruleText({ ...always, perRider: 3, period: 'ever' })).toBe('每人共 3 张，每天');
});

test('dates, with years only where there are two', () => {
  expect(datesText({ startsOn: '2026-11-01', endsOn: '2026-12-31' })).toBe('11 月 1 日至 12 月 31 日');
  expect(datesText({ startsOn: '2026-11-01', endsOn: '2027-01-31' })).toBe(
    '2026 年 11 月 1 日至 2027 年 1 月 31 日',
  );
  expect(datesText({ startsOn: '2026-11-01', endsOn: '2026-11-01' })).toBe('11 月 1 日 当天');
});

test('who and how', () => {
  expect(audienceTexts.members).toBe('社区成员都能领');
  expect(useTexts.at_once).toBe('到店扫码，当场使用');
});
