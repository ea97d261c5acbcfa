/** Degrees, as a map shows them. */
export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** The finest squares: those that reports are kept with. */
export const finestZoom = 22;
/** A cluster takes a square of a quarter of a tile's side. */
const finerThanTiles = 2;
/** More squares than this are no map that anybody looks at. */
const mostSquares = 256;
const mercatorLat = 85;

const clamped = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** Column and row of a place among the squares of a zoom. */
function tileOf(lat: number, lng: number, zoom: number): { x: number; y: number } {
  const count = 2 ** zoom;
  const radians = (clamped(lat, -mercatorLat, mercatorLat) * Math.PI) / 180;
  const down = (1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2;
  const index = (share: number) => clamped(Math.floor(share * count), 0, count - 1);
  return { x: index((lng + 180) / 360), y: index(down) };
}

/** Bits of both in turns, as the database numbers squares: more than 32 of them, so by arithmetic. */
function numberOf(x: number, y: number): number {
  let number = 0;
  for (let bit = 0, worth = 1; bit < finestZoom; bit += 1, worth *= 4)
    number += (((x >> bit) & 1) + 2 * ((y >> bit) & 1)) * worth;
  return number;
}

function spanOf({ south, west, north, east }: Box, zoom: number) {
  const from = tileOf(north, west, zoom);
  const to = tileOf(south, east, zoom);
  return { from, to, count: Math.max(0, to.x - from.x + 1) * Math.max(0, to.y - from.y + 1) };
}

const metresPerDegree = 111_195;

/** As far as so many metres in every direction. */
export function boxAround({ lat, lng }: { lat: number; lng: number }, metres: number): Box {
  const down = metres / metresPerDegree;
  const across = down / Math.cos((lat * Math.PI) / 180);
  return { south: lat - down, west: lng - across, north: lat + down, east: lng + across };
}

/** The squares that a box touches, for clusters at a zoom of the map; coarser where they would be too many. */
export function squaresIn(box: Box, mapZoom: number, finest: number): { zoom: number; squares: number[] } {
  let zoom = Math.min(mapZoom + finerThanTiles, finest);
  while (zoom > 0 && spanOf(box, zoom).count > mostSquares) zoom -= 1;
  const { from, to } = spanOf(box, zoom);
  const squares: number[] = [];
  for (let y = from.y; y <= to.y; y += 1)
    for (let x = from.x; x <= to.x; x += 1) squares.push(numberOf(x, y));
  return { zoom, squares: squares.sort((a, b) => a - b) };
}

/** Squares of a zoom as ranges of the finest ones: neighbours in one. */
export function rangesOf(squares: readonly number[], zoom: number): { from: number[]; before: number[] } {
  const size = 4 ** (finestZoom - zoom);
  const from: number[] = [];
  const before: number[] = [];
  for (const square of squares) {
    if (before.at(-1) === square * size) before[before.length - 1] = (square + 1) * size;
    else {
      from.push(square * size);
      before.push((square + 1) * size);
    }
  }
  return { from, before };
}
