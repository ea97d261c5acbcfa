import type { Position } from '../../contract/positions';
import type { IconName } from './icon';

/** GCJ-02, degrees. */
export type MapPlace = Pick<Position, 'lat' | 'lng'>;

/**
 * What a pin's colour says: `accent` wants attention, `late` is past its time, `warn` waits for somebody, `busy` is in hand,
 * `good` is well or done, `faint` is over.
 */
export type MarkerTone = 'accent' | 'late' | 'warn' | 'busy' | 'good' | 'faint';

export interface MapMarker {
  readonly id: string;
  readonly position: MapPlace;
  readonly tone: MarkerTone;
  readonly icon: IconName;
  /** What a screen reader calls it. */
  readonly label: string;
  /** The mini-program's map draws pictures only: its own one, where the plain pin of the tone will not do. */
  readonly image?: string;
}

/** Many in one place. */
export interface MapCluster {
  readonly id: string;
  readonly position: MapPlace;
  readonly count: number;
  /** Of the bubble; on the web the ring around it says how the count is shared, where `shares` are given. */
  readonly tone: MarkerTone;
  readonly shares?: readonly { readonly tone: MarkerTone; readonly count: number }[];
  readonly label: string;
}

/** What is seen, GCJ-02. */
export interface MapBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly zoom: number;
}
