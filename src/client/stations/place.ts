import type { StationRow } from '../../contract/stations';
import type { IconName } from '../ui/icon';

/** The four pictures a station can have, on rows and pins. */
export type Place = 'centre' | 'rest' | 'hospital' | 'parking';

export function placeOf(station: Pick<StationRow, 'tier' | 'kind'>): Place {
  if (station.tier === 'centre') return 'centre';
  if (station.kind === 'hospital' || station.kind === 'parking') return station.kind;
  return 'rest';
}

export const placeIcons: Record<Place, IconName> = {
  centre: 'home',
  rest: 'hot-water',
  hospital: 'medicine-box',
  parking: 'parking',
};

export function isTakingGuests(station: Pick<StationRow, 'status' | 'opening'>): boolean {
  return station.status === 'operating' && station.opening.isOpen;
}
