import { Map, type MapProps } from '@tarojs/components';
import { useMemo } from 'react';
import type { StationRow } from '../../contract/stations';
import centreShut from './assets/pin-centre-shut.png';
import centre from './assets/pin-centre.png';
import hospitalShut from './assets/pin-hospital-shut.png';
import hospital from './assets/pin-hospital.png';
import parkingShut from './assets/pin-parking-shut.png';
import parking from './assets/pin-parking.png';
import restShut from './assets/pin-rest-shut.png';
import rest from './assets/pin-rest.png';
import { isTakingGuests, placeOf, type Place } from './place';
import type { StationMapProps } from './station-map';
import './station-map.scss';

const pins: Record<Place, { open: string; shut: string }> = {
  centre: { open: centre, shut: centreShut },
  rest: { open: rest, shut: restShut },
  hospital: { open: hospital, shut: hospitalShut },
  parking: { open: parking, shut: parkingShut },
};

function markerOf(station: StationRow, id: number, isSelected: boolean): MapProps.marker {
  const pin = pins[placeOf(station)];
  return {
    id,
    latitude: station.position.lat,
    longitude: station.position.lng,
    iconPath: isTakingGuests(station) ? pin.open : pin.shut,
    width: isSelected ? 48 : 36,
    height: isSelected ? 59 : 44,
    zIndex: isSelected ? 2 : 1,
    ariaLabel: station.name,
  };
}

export function StationMap({ stations, centre: look, origin, selectedId, onSelect }: StationMapProps) {
  // A new array sends every marker again.
  const markers = useMemo(
    () => stations.map((station, index) => markerOf(station, index, station.id === selectedId)),
    [stations, selectedId],
  );
  return (
    <Map
      className="station-map"
      latitude={(origin ?? look).lat}
      longitude={(origin ?? look).lng}
      scale={16}
      markers={markers}
      showLocation={origin !== null}
      onMarkerTap={({ detail }) => onSelect(stations[Number(detail.markerId)]?.id ?? null)}
      onError={() => onSelect(null)}
    />
  );
}
