import { mayBeEmergency } from './emergency';

test('fire and gas are thought of by category and by words', () => {
  expect(mayBeEmergency('e_bike_charging', '')).toBe(true);
  expect(mayBeEmergency('safety_hazard', '')).toBe(true);
  expect(mayBeEmergency('environment', '垃圾桶在冒烟')).toBe(true);
  expect(mayBeEmergency(null, '闻到煤气味')).toBe(true);
  expect(mayBeEmergency('environment', '垃圾桶满了')).toBe(false);
  expect(mayBeEmergency(null, '')).toBe(false);
});
