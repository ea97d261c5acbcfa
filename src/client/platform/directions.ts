import type { Position } from '../../contract/positions';

interface Destination {
  readonly name: string;
  readonly address: string;
  readonly position: Position;
}

export interface Directions {
  /** Opens a map there. */
  open(destination: Destination): void;
}

export declare const directions: Directions;
