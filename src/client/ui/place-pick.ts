import { crs, type Position } from '../../contract/positions';
import type { PositionSource } from '../../contract/reports';
import type { MapPlace } from './area-map';
import { metresBetween } from './distance';

export interface PickedPlace {
  /** GCJ-02 with the radius, metres, that the place lies in. */
  readonly position: Position;
  /** Where more exactly, as people say it; empty where nothing was written. */
  readonly placeText: string;
  readonly source: PositionSource;
}

/** Something people know the way by. */
export interface Landmark {
  readonly id: string;
  readonly name: string;
  readonly position: Position;
}

/** How far off a finger points, pixels, and what no finger does better than, metres. */
const finger = { pixels: 8, leastM: 5 };
/** Farther than this a landmark says nothing, metres. */
const inSightM = 500;

const metresPerPixel = (lat: number, zoom: number) => (156_543 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

/** What lies under the pin: the nearer one looks, the surer it is. */
export function pointedAt({ lat, lng }: MapPlace, zoom: number): Position {
  const accuracyM = Math.max(finger.leastM, Math.ceil(metresPerPixel(lat, zoom) * finger.pixels));
  return { lat, lng, crs, accuracyM };
}

export function nearestLandmark(
  place: MapPlace,
  landmarks: readonly Landmark[],
): { name: string; distanceM: number } | null {
  let nearest: { name: string; distanceM: number } | null = null;
  for (const { name, position } of landmarks) {
    const distanceM = metresBetween(place, position);
    if (distanceM <= Math.min(inSightM, nearest?.distanceM ?? inSightM)) nearest = { name, distanceM };
  }
  return nearest;
}

/** How near to look at a place that is known so well. */
export function zoomFor(accuracyM: number): number {
  if (accuracyM <= 30) return 17;
  return accuracyM <= 120 ? 16.5 : 15.5;
}

/** The words follow the name of what is chosen as long as nobody wrote others. */
export function wordsAfter(words: string, nameBefore: string, name: string): string {
  return words === '' || words === nameBefore ? name : words;
}
