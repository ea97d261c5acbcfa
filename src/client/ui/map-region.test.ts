import { firstBox, regionOf } from './map-region';

const southwest = { latitude: 31.88, longitude: 117.24 };
const northeast = { latitude: 31.9, longitude: 117.26 };
const rested = { type: 'end', causedBy: 'drag', scale: 16.5, region: { southwest, northeast } };

test('a map that rests: its box, its middle, and who moved it', () => {
  const centerLocation = { latitude: 31.8912, longitude: 117.2507 };
  expect(regionOf({ ...rested, centerLocation })).toEqual({
    box: { south: 31.88, west: 117.24, north: 31.9, east: 117.26, zoom: 16.5 },
    centre: { lat: 31.8912, lng: 117.2507 },
    isOurs: false,
  });
  expect(regionOf({ ...rested, causedBy: 'update' })?.isOurs).toBe(true);
});

test('an older WeChat that does not say the middle', () => {
  const centre = regionOf(rested)?.centre;
  expect(centre?.lat).toBeCloseTo(31.89, 6);
  expect(centre?.lng).toBeCloseTo(117.25, 6);
});

test('a map that still moves, or does not say where it is', () => {
  expect(regionOf({ ...rested, type: 'begin' })).toBeNull();
  expect(regionOf({ type: 'end', causedBy: 'drag', scale: 14 })).toBeNull();
});

test('the first box lies around the middle and is about a phone wide', () => {
  const { south, west, north, east, zoom } = firstBox({ lat: 31.89, lng: 117.25 }, 16);
  expect(zoom).toBe(16);
  expect((south + north) / 2).toBeCloseTo(31.89, 9);
  expect((west + east) / 2).toBeCloseTo(117.25, 9);
  // 420 pixels of 2.03 m.
  expect((east - west) * 111_320 * Math.cos((31.89 * Math.PI) / 180)).toBeCloseTo(852, -1);
});
