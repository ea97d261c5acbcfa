import type { Place } from './place';

/** The picture of a station's pin, where the map draws pictures only. */
export declare function pinImage(place: Place, isOpen: boolean): { image?: string };
