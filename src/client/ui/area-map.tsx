import type { ReactElement } from 'react';
import type { BlockMap } from '../../contract/communities';
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

export interface MapLook {
  readonly position: MapPlace;
  readonly zoom?: number;
}

export interface AreaMapProps {
  /** What a screen reader calls it. */
  label: string;
  /** Our own drawing of the blocks; null while it comes. */
  blockMap: BlockMap | null;
  /** Where it looks at first, or where there is no marker to look at. */
  centre: MapPlace;
  /** 14 (a quarter) to 18 (a house); 16 where it is not given. */
  zoom?: number;
  /** Moves the map there: another object moves it again, the same object never. */
  lookAt?: MapLook | null;
  /** Looks at all markers whenever there are others. Not for a map whose markers come by its box. */
  followsMarkers?: boolean;
  /** Keep the array as long as it says the same. */
  markers: readonly MapMarker[];
  clusters?: readonly MapCluster[];
  selectedId?: string | null;
  /** Where the person is, where known. */
  origin: Position | null;
  /** Draws the circle that the person's true place lies in. */
  hasAccuracy?: boolean;
  /** null: beside all markers. */
  onMarker?: (markerId: string | null) => void;
  /** Without it the map goes nearer. */
  onCluster?: (cluster: MapCluster) => void;
  /** What is seen, once at first and a moment after each move. */
  onBox?: (box: MapBox) => void;
  /** The middle after the person moved the map, by finger or keys: for a pin that stays in the middle. */
  onCentre?: (centre: MapPlace, zoom: number) => void;
}

/** A map of the community: WeChat's own in the mini-program; on the web our drawing of the blocks, or Tianditu by key. */
export declare function AreaMap(props: AreaMapProps): ReactElement;
