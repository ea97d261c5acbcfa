import type { ReactElement } from 'react';
import type { BlockMap } from '../../contract/communities';
import type { Position } from '../../contract/positions';
import type { MapBox, MapCluster, MapMarker, MapPlace } from './map-parts';

export type { MapBox, MapCluster, MapMarker, MapPlace, MarkerTone } from './map-parts';

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
