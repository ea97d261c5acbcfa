import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useMemo, useState } from 'react';
import { useRootStore } from '../root-store';
import { AreaMap } from '../ui/area-map';
import { stationRoutes } from './routes';
import { stationMarker } from './station-marker';
import { StationRow } from './station-row';
import './stations-on-map.scss';
import { stationTexts } from './texts';

/** The list's stations on a map; the one chosen has its card below. */
export const StationsOnMap = observer(() => {
  const { stations, whereabouts, communities, device } = useRootStore();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const community = communities.current;
  useEffect(() => void communities.loadBlockMap(), [communities]);
  const rows = stations.list.data;
  const markers = useMemo(() => (rows ?? []).map(stationMarker), [rows]);
  if (!community) return null;
  const selected = rows?.find(({ id }) => id === selectedId);
  return (
    <View className="stations-on-map">
      <AreaMap
        label={stationTexts.mapOf(community.name)}
        blockMap={communities.blockMap.data}
        centre={community.centre}
        followsMarkers
        markers={markers}
        selectedId={selectedId}
        origin={whereabouts.origin}
        onMarker={setSelectedId}
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
