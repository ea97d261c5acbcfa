import { definePage } from './route';

const page = definePage('stations/rider/detail', 'id', 'q');

test('writes what it reads', () => {
  const url = page.to({ id: '站&点', q: 'https://host.example/q/7k2mf9xq4c' });
  const raw = Object.fromEntries(new URLSearchParams(url.split('?')[1]));
  expect(page.parse(raw)).toEqual({ id: '站&点', q: 'https://host.example/q/7k2mf9xq4c' });
});

test('reads parameters that came undecoded, and leaves out what it does not know', () => {
  expect(page.parse({ id: '%E7%AB%99', $taroTimestamp: '1' })).toEqual({ id: '站' });
});

test('keeps a value that only looks encoded', () => {
  expect(page.parse({ id: '100%' })).toEqual({ id: '100%' });
});

test('has no question mark without parameters', () => {
  expect(page.to()).toBe('/stations/rider/detail');
});
