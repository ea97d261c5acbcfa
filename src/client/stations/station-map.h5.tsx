import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { uiTexts } from '../ui/texts';
import type { LeafletMap } from './leaflet-map';
import type { StationMapProps } from './station-map';
import { stationTexts } from './texts';
import './station-map.scss';

/** Leaflet weighs as much as the rest of the page: it comes when a map is looked at. */
function useLeafletMap(label: string) {
  const element = useRef<HTMLElement | null>(null);
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let made: LeafletMap | null = null;
    let isGone = false;
    import('./leaflet-map')
      .then(({ LeafletMap: Made }) => {
        if (isGone || !element.current) return;
        made = new Made(element.current, label);
        setMap(made);
      })
      .catch(() => {
        if (!isGone) setHasFailed(true);
      });
    return () => {
      isGone = true;
      made?.remove();
    };
  }, [label, attempt]);
  const retry = () => {
    setHasFailed(false);
    setAttempt(attempt + 1);
  };
  return { element, map, hasFailed, retry };
}

export function StationMap(props: StationMapProps) {
  const { element, map, hasFailed, retry } = useLeafletMap(props.label);
  const { stations, blockMap, centre, origin, selectedId, onSelect } = props;
  useEffect(() => {
    map?.drawBlocks(blockMap);
  }, [map, blockMap]);
  useEffect(() => {
    map?.show({ stations, centre, origin, selectedId, onSelect });
  }, [map, stations, centre, origin, selectedId, onSelect, blockMap]);
  return (
    <View className="station-map">
      <View className="station-map__canvas" ref={element} />
      {map ? null : (
        <View className="station-map__cover">
          {hasFailed ? (
            <Pressable className="station-map__retry" onPress={retry}>
              <Icon name="retry" />
              <View>{`${stationTexts.mapFailed} · ${uiTexts.retry}`}</View>
            </Pressable>
          ) : (
            <View>{stationTexts.mapLoading}</View>
          )}
        </View>
      )}
    </View>
  );
}
