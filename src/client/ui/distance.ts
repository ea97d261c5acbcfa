interface Place {
  readonly lat: number;
  readonly lng: number;
}

const metresPerDegree = 111_320;

/** A straight line, good enough within a town. */
export function metresBetween(a: Place, b: Place): number {
  const north = (b.lat - a.lat) * metresPerDegree;
  const east = (b.lng - a.lng) * metresPerDegree * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}
