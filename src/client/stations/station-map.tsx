import type { ReactElement } from 'react';
import type { BlockMap } from '../../contract/communities';
import type { Position } from '../../contract/positions';
import type { StationRow } from '../../contract/stations';

export interface StationMapProps {
  stations: readonly StationRow[];
  /** Our own drawing of the blocks; null while it comes. */
  blockMap: BlockMap | null;
  /** Where to look when there is no station to look at. */
  centre: Position;
  /** Where the person is, where known. */
  origin: Position | null;
  selectedId: string | null;
  onSelect: (stationId: string | null) => void;
  /** What a screen reader calls it. */
  label: string;
}

/** Stations on a map: WeChat's own in the mini-program, ours on the web. */
export declare function StationMap(props: StationMapProps): ReactElement;
