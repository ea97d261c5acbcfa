import gcoord from 'gcoord';

/** What GeoReport and GeoJSON speak is WGS 84; what is kept is GCJ-02. Degrees, to the tenth of a metre and a bit. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;

export interface LngLat {
  lng: number;
  lat: number;
}

export function toWgs84({ lng, lat }: LngLat): LngLat {
  const [x, y] = gcoord.transform([lng, lat] as [number, number], gcoord.GCJ02, gcoord.WGS84);
  return { lng: rounded(x), lat: rounded(y) };
}

export function fromWgs84({ lng, lat }: LngLat): LngLat {
  const [x, y] = gcoord.transform([lng, lat] as [number, number], gcoord.WGS84, gcoord.GCJ02);
  return { lng: x, lat: y };
}
