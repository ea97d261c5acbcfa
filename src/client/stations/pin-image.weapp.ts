import centreShut from './assets/pin-centre-shut.png';
import centre from './assets/pin-centre.png';
import hospitalShut from './assets/pin-hospital-shut.png';
import hospital from './assets/pin-hospital.png';
import parkingShut from './assets/pin-parking-shut.png';
import parking from './assets/pin-parking.png';
import restShut from './assets/pin-rest-shut.png';
import rest from './assets/pin-rest.png';
import type { Place } from './place';

const pins: Record<Place, { open: string; shut: string }> = {
  centre: { open: centre, shut: centreShut },
  rest: { open: rest, shut: restShut },
  hospital: { open: hospital, shut: hospitalShut },
  parking: { open: parking, shut: parkingShut },
};

export const pinImage = (place: Place, isOpen: boolean) => ({
  image: isOpen ? pins[place].open : pins[place].shut,
});
