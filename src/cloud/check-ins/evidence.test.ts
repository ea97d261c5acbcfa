import { crs, type Position } from '../../contract/positions';
import { gradeOf, nearnessOf } from './evidence';

const station = { lat: 31.886, lng: 117.25 };
/** So many metres north of the station. */
const at = (metres: number, accuracyM: number): Position => ({
  lat: station.lat + metres / 111_194.93,
  lng: station.lng,
  crs,
  accuracyM,
});

test.each([
  [0, 5, 'near'],
  [154, 5, 'near'],
  [156, 5, 'far'],
  [349, 200, 'near'],
  [351, 200, 'far'],
  [0, 201, 'vague'],
  [5_000, 201, 'vague'],
] as const)('%s m away, accurate to %s m, is %s', (metres, accuracyM, nearness) => {
  expect(nearnessOf(at(metres, accuracyM), station)).toBe(nearness);
});

test('a screen’s code is the surest; a near position adds to a printed one, another takes nothing from it', () => {
  expect(gradeOf('rotating', 'far')).toBe('rotating');
  expect(gradeOf('code', 'near')).toBe('code_and_position');
  expect(gradeOf('code', 'far')).toBe('code');
  expect(gradeOf('code', 'vague')).toBe('code');
  expect(gradeOf('code', null)).toBe('code');
});
