import type { Position } from '../../contract/positions';

interface ChosenPlace {
  readonly position: Position;
  /** What the map calls it; empty where it has no name. */
  readonly name: string;
}

export interface PlaceChooser {
  /** Whether the device has a page of its own to choose a place on. */
  readonly isAvailable: boolean;
  /** Opens it, looking at `near` where given; null when the person leaves it. Throws LocationError. */
  choose(near: Pick<Position, 'lat' | 'lng'> | null): Promise<ChosenPlace | null>;
}

export declare const placeChooser: PlaceChooser;
