import type { StationRow } from '../../contract/stations';
import type { MapMarker } from '../ui/area-map';
import { openingText } from '../ui/opening-text';
import { pinImage } from './pin-image';
import { isTakingGuests, placeIcons, placeOf } from './place';
import { statusNames } from './texts';

/** A station's pin: its picture says what it is, its colour whether it takes guests now. */
export function stationMarker(station: StationRow): MapMarker {
  const { id, position, name, status, opening } = station;
  const place = placeOf(station);
  const isOpen = isTakingGuests(station);
  return {
    id,
    position,
    tone: isOpen ? (place === 'centre' ? 'accent' : 'good') : 'faint',
    icon: placeIcons[place],
    label: `${name}，${statusNames[status] || openingText(opening, new Date()).text}`,
    ...pinImage(place, isOpen),
  };
}
