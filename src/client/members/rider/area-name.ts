const ends = /(?:小区)?(?:党群服务(?:中心|站|点)|友好医院|（[^）]*）)+$/;

/** Where a station stands, as riders call it: 歇歇角·荷风路 → 荷风路; 海棠花园小区党群服务站 → 海棠花园. */
export function areaName(stationName: string): string {
  const place = stationName.split('·').at(-1) ?? stationName;
  return place.replace(ends, '') || place;
}
