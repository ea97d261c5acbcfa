import { checkInRoutes, landedCode } from './routes';

test('finds the code whichever way it was scanned', () => {
  expect(landedCode(checkInRoutes.create.parse({ code: '7k2mf9xq4c' }))).toBe('/q/7k2mf9xq4c');
  expect(landedCode(checkInRoutes.create.parse({ q: 'https%3A%2F%2Fhost.example%2Fq%2F7k2mf9xq4c' }))).toBe(
    'https://host.example/q/7k2mf9xq4c',
  );
  expect(landedCode(checkInRoutes.create.parse({ scene: 's%3D7k2mf9xq4c' }))).toBe('7k2mf9xq4c');
  expect(landedCode(checkInRoutes.create.parse({ scene: 's=7k2mf9xq4c' }))).toBe('7k2mf9xq4c');
  expect(landedCode({})).toBeNull();
});
