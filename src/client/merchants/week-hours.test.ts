import type { OpeningHours } from '../../contract/opening-hours';
import {
  addSpan,
  copyDay,
  dayText,
  isWholeDay,
  overlappingDays,
  spansOn,
  toggledWholeDay,
  usualHours,
  withDay,
} from './week-hours';

const noon = { opens: '11:00', closes: '14:00' };
const evening = { opens: '17:00', closes: '21:00' };
const exceptions = [{ date: '2026-10-01', spans: [], note: '国庆' }];
const hours: OpeningHours = { weekly: [{ weekday: 1, spans: [noon, evening] }], exceptions };

test('a day is changed, the others and the exceptions stay', () => {
  const changed = withDay(hours, 7, [noon]);
  expect(changed.weekly.map(({ weekday }) => weekday)).toEqual([1, 7]);
  expect(spansOn(changed, 1)).toEqual([noon, evening]);
  expect(changed.exceptions).toBe(exceptions);
  expect(dayText(withDay(hours, 1, []), 1)).toBe('不开放');
});

test('a day is copied to others', () => {
  const copied = copyDay(hours, 1, [2, 3]);
  expect(dayText(copied, 3)).toBe('11:00–14:00、17:00–21:00');
  expect(spansOn(copied, 4)).toEqual([]);
});

test('another span begins after the last, within the day', () => {
  expect(addSpan([noon])).toEqual([noon, { opens: '15:00', closes: '18:00' }]);
  expect(addSpan([{ opens: '20:00', closes: '23:30' }])[1]).toEqual({ opens: '22:00', closes: '23:00' });
  expect(addSpan([])).toEqual([spansOn(usualHours, 1)[0]]);
});

test('the whole day is on or off', () => {
  const on = toggledWholeDay([noon]);
  expect(isWholeDay(on)).toBe(true);
  expect(isWholeDay(toggledWholeDay(on))).toBe(false);
});

test('spans that share a minute are found, past midnight too', () => {
  expect(overlappingDays(hours)).toEqual([]);
  const clash = withDay(hours, 2, [noon, { opens: '13:00', closes: '15:00' }]);
  expect(overlappingDays(clash)).toEqual([2]);
  const night = withDay(hours, 5, [
    { opens: '18:00', closes: '02:00' },
    { opens: '23:00', closes: '23:30' },
  ]);
  expect(overlappingDays(night)).toEqual([5]);
  expect(overlappingDays(withDay(hours, 6, [{ opens: '18:00', closes: '02:00' }, noon]))).toEqual([]);
});
