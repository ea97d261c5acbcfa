import type { MapBox, MapPlace } from './area-map';

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** What WeChat tells of a moved map; older versions leave things out. */
export interface RegionDetail {
  readonly type?: string;
  readonly causedBy?: string;
  readonly scale?: number;
  readonly centerLocation?: Point;
  readonly region?: { readonly northeast: Point; readonly southwest: Point };
}

interface Region {
  readonly box: MapBox;
  readonly centre: MapPlace;
  /** The app moved it, not a finger. */
  readonly isOurs: boolean;
}

/** null while a map is still moving, or where WeChat does not say where it came to rest. */
export function regionOf({ type, causedBy, scale, centerLocation, region }: RegionDetail): Region | null {
  if (type !== 'end' || !region || scale === undefined) return null;
  const { northeast, southwest } = region;
  return {
    box: {
      south: southwest.latitude,
      west: southwest.longitude,
      north: northeast.latitude,
      east: northeast.longitude,
      zoom: scale,
    },
    centre: centerLocation
      ? { lat: centerLocation.latitude, lng: centerLocation.longitude }
      : {
          lat: (southwest.latitude + northeast.latitude) / 2,
          lng: (southwest.longitude + northeast.longitude) / 2,
        },
    isOurs: causedBy === 'update',
  };
}

/** Half of what a phone's screen shows, pixels. */
const half = { width: 210, height: 360 };

/** About what is seen at first: WeChat tells of no region before the map was moved. */
export function firstBox({ lat, lng }: MapPlace, zoom: number): MapBox {
  const perPixel = 360 / 256 / 2 ** zoom;
  const [east, north] = [half.width * perPixel, half.height * perPixel * Math.cos((lat * Math.PI) / 180)];
  return { south: lat - north, west: lng - east, north: lat + north, east: lng + east, zoom };
}
