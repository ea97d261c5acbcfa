/** A place on earth, degrees. */
export interface Point {
  readonly lat: number;
  readonly lng: number;
}

const earthRadiusM = 6_371_000;
const radians = Math.PI / 180;

const haversine = (angle: number) => Math.sin(angle / 2) ** 2;

/** Straight-line metres over the globe, not rounded. */
export function metresBetween(a: Point, b: Point): number {
  const spread =
    haversine((a.lat - b.lat) * radians) +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * haversine((a.lng - b.lng) * radians);
  return 2 * earthRadiusM * Math.asin(Math.sqrt(Math.min(1, spread)));
}
