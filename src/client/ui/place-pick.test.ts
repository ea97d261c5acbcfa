import { crs, type Position } from '../../contract/positions';
import { nearestLandmark, pointedAt, wordsAfter, zoomFor } from './place-pick';

const at = (lat: number, lng: number): Position => ({ lat, lng, crs, accuracyM: 10 });
const here = { lat: 31.89, lng: 117.25 };
const landmarks = [
  { id: 'far', name: '东门岗亭', position: at(31.8933, 117.25) },
  { id: 'near', name: '和平路驿站', position: at(31.89036, 117.25) },
  { id: 'away', name: '另一头', position: at(31.9, 117.25) },
];

test('the nearest thing people know, and how far it is', () => {
  const nearest = nearestLandmark(here, landmarks);
  expect(nearest?.name).toBe('和平路驿站');
  expect(nearest?.distanceM).toBeCloseTo(40, 0);
});

test('what is out of sight says nothing', () => {
  expect(nearestLandmark({ lat: 31.87, lng: 117.25 }, landmarks)).toBeNull();
  expect(nearestLandmark(here, [])).toBeNull();
});

test('a finger points the surer the nearer one looks, and never to the metre', () => {
  expect(pointedAt(here, 16)).toEqual({ ...here, crs, accuracyM: 17 });
  expect(pointedAt(here, 17).accuracyM).toBe(9);
  expect(pointedAt(here, 19).accuracyM).toBe(5);
});

test('a place that is not known well is looked at from farther', () => {
  expect([10, 80, 900].map(zoomFor)).toEqual([17, 16.5, 15.5]);
});

test('the words follow what is chosen until somebody writes their own', () => {
  expect(wordsAfter('', '', '和平路驿站')).toBe('和平路驿站');
  expect(wordsAfter('和平路驿站', '和平路驿站', '东门岗亭')).toBe('东门岗亭');
  expect(wordsAfter('和平路驿站', '和平路驿站', '')).toBe('');
  expect(wordsAfter('快递柜旁边', '和平路驿站', '东门岗亭')).toBe('快递柜旁边');
});
