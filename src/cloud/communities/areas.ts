import type { BlockMap } from '../../contract/communities';
import type { Point } from '../platform/distance';

type Feature = BlockMap['features']['features'][number];
type Place = readonly [lng: number, lat: number];

/** A part of a community that its block map has a name for. */
export interface Area {
  south: number;
  west: number;
  north: number;
  east: number;
  contains(point: Point): boolean;
}

/** Along a street counts as in it. */
const besideM = 60;
const metresPerDegree = 111_195;

/** Metres east and north of a point; flat is near enough within a community. */
const metresFrom =
  ({ lat, lng }: Point) =>
  ([x, y]: Place): Place => [
    (x - lng) * metresPerDegree * Math.cos((lat * Math.PI) / 180),
    (y - lat) * metresPerDegree,
  ];

/** Whether a ray from the origin leaves through an odd number of sides. */
function surroundsOrigin(ring: readonly Place[]): boolean {
  let isInside = false;
  ring.forEach(([x, y], index) => {
    const [beforeX, beforeY] = ring.at(index - 1) ?? [x, y];
    const crosses = y > 0 !== beforeY > 0 && ((beforeX - x) * -y) / (beforeY - y) + x > 0;
    if (crosses) isInside = !isInside;
  });
  return isInside;
}

function metresToSide([ax, ay]: Place, [bx, by]: Place): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + share * dx, ay + share * dy);
}

const isBeside = (line: readonly Place[]) =>
  line.some((place, index) => index > 0 && metresToSide(line[index - 1] ?? place, place) <= besideM);

const placesOf = (line: readonly (readonly number[])[]) =>
  line.map(([lng = 0, lat = 0]): Place => [lng, lat]);

const linesOf = ({ geometry }: Feature): Place[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates.map(placesOf) : [placesOf(geometry.coordinates)];

function areaOf(feature: Feature): Area {
  const lines = linesOf(feature);
  const places = lines.flat();
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
  const margin = feature.geometry.type === 'Polygon' ? 0 : besideM / metresPerDegree;
  return {
    south: Math.min(...lats) - margin,
    west: Math.min(...lngs) - margin * 2,
    north: Math.max(...lats) + margin,
    east: Math.max(...lngs) + margin * 2,
    contains(point) {
      const around = lines.map((line) => line.map(metresFrom(point)));
      if (feature.geometry.type !== 'Polygon') return around.some(isBeside);
      const [outer = [], ...holes] = around;
      return surroundsOrigin(outer) && !holes.some(surroundsOrigin);
    },
  };
}

/** Those of a block map that have one of these names. */
export const areasNamed = ({ features }: BlockMap['features'], names: readonly string[]): Area[] =>
  features
    .filter(({ properties }) => properties.name != null && names.includes(properties.name))
    .filter((feature) => linesOf(feature).flat().length > 0)
    .map(areaOf);
