import { View } from '@tarojs/components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AreaMapProps, MapPlace } from './area-map';
import './area-map.scss';
import { Icon } from './icon';
import type { LeafletMap } from './leaflet-map';
import { mapTexts } from './map-texts';
import { Pressable } from './pressable';
import { uiTexts } from './texts';

/** Leaflet weighs as much as the rest of the page: it comes when a map is looked at. */
function useLeafletMap(label: string, centre: MapPlace, isAiming: boolean) {
  const start = useRef(centre);
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
        made = new Made(element.current, { label, start: start.current, isAiming });
        setMap(made);
      })
      .catch(() => {
        if (!isGone) setHasFailed(true);
      });
    return () => {
      isGone = true;
      made?.remove();
    };
  }, [label, isAiming, attempt]);
  const retry = () => {
    setHasFailed(false);
    setAttempt(attempt + 1);
  };
  return { element, map, hasFailed, retry };
}

export function AreaMap({ label, blockMap, ...shown }: AreaMapProps) {
  const { element, map, hasFailed, retry } = useLeafletMap(label, shown.centre, shown.onCentre !== undefined);
  // A map without its cover answers fingers and keys: it knows by then what to say to them.
  useLayoutEffect(() => {
    map?.drawBlocks(blockMap);
  }, [map, blockMap]);
  // What says the same draws nothing anew.
  useLayoutEffect(() => map?.show(shown));
  return (
    <View className="area-map">
      <View className="area-map__canvas" ref={element} />
      {map ? null : (
        <View className="area-map__cover">
          {hasFailed ? (
            <Pressable className="area-map__retry" onPress={retry}>
              <Icon name="retry" />
              <View>{`${mapTexts.failed} · ${uiTexts.retry}`}</View>
            </Pressable>
          ) : (
            <View>{mapTexts.loading}</View>
          )}
        </View>
      )}
    </View>
  );
}
