import { minutesTyped } from './typed-time';

test.each([
  ['2', '30', 150],
  ['2', '', 120],
  ['', '45', 45],
  ['24', '0', 1440],
  ['24', '1', null],
  ['1', '60', null],
  ['x', '0', null],
])('%s hours and %s minutes are %s', (hours, minutes, all) => {
  expect(minutesTyped({ hours, minutes })).toBe(all);
});
