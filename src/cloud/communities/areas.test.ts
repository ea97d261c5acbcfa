import { areasNamed } from './areas';

const features = {
  type: 'FeatureCollection' as const,
  features: [
    {
      type: 'Feature' as const,
      properties: { kind: 'block' as const, name: '采莲里' },
      geometry: {
        type: 'Polygon' as const,
        coordinates: [
          [
            [117.24, 31.88],
            [117.25, 31.88],
            [117.25, 31.89],
            [117.24, 31.89],
            [117.24, 31.88],
          ],
          [
            [117.244, 31.884],
            [117.246, 31.884],
            [117.246, 31.886],
            [117.244, 31.886],
            [117.244, 31.884],
          ],
        ],
      },
    },
    {
      type: 'Feature' as const,
      properties: { kind: 'road' as const, name: '荷风路' },
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [117.25, 31.88],
          [117.26, 31.88],
        ],
      },
    },
  ],
};

const isIn = (name: string, lat: number, lng: number) =>
  areasNamed(features, [name]).some((area) => area.contains({ lat, lng }));

test('a block has what is in it, not what is in its middle, not what is beside it', () => {
  expect(isIn('采莲里', 31.882, 117.242)).toBe(true);
  expect(isIn('采莲里', 31.885, 117.245)).toBe(false);
  expect(isIn('采莲里', 31.882, 117.2501)).toBe(false);
  expect(isIn('采莲里', 31.8799, 117.242)).toBe(false);
});

test('a street has what is along it', () => {
  expect(isIn('荷风路', 31.88045, 117.255)).toBe(true);
  expect(isIn('荷风路', 31.88065, 117.255)).toBe(false);
  expect(isIn('荷风路', 31.88, 117.2605)).toBe(true);
  expect(isIn('荷风路', 31.88, 117.2615)).toBe(false);
});

test('the box around an area has all of it; a name that is not on the map is no area', () => {
  const [street] = areasNamed(features, ['荷风路']);
  expect(street && street.north > 31.8805 && street.west < 117.2495).toBe(true);
  expect(areasNamed(features, ['北门'])).toEqual([]);
});
