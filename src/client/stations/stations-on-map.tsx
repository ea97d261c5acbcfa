import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { StationRow as StationData } from '../../contract/stations';
import { useRootStore } from '../root-store';
import { stationRoutes } from './routes';
import { StationMap } from './station-map';
import { StationRow } from './station-row';
import { stationTexts } from './texts';
import './stations-on-map.scss';

/** The same every time: a new array would pin everything anew. */
const none: readonly StationData[] = [];

/** The list's stations on a map; the one chosen has its card below. */
export const StationsOnMap = observer(() => {
  const { stations, whereabouts, communities, device } = useRootStore();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const community = communities.current;
  useEffect(() => void communities.loadBlockMap(), [communities]);
  if (!community) return null;
  const rows = stations.list.data ?? none;
  const selected = rows.find(({ id }) => id === selectedId);
  return (
    <View className="stations-on-map">
      <StationMap
        stations={rows}
        blockMap={communities.blockMap.data}
        centre={community.centre}
        origin={whereabouts.origin}
        selectedId={selectedId}
        onSelect={setSelectedId}
        label={stationTexts.mapOf(community.name)}
      />
      {selected ? (
        <View className="stations-on-map__card">
          <StationRow
            station={selected}
            hasDistance={whereabouts.origin !== null}
            onOpen={({ id }) => device.navigation.to(stationRoutes.detail.to({ id }))}
          />
        </View>
      ) : null}
    </View>
  );
});
