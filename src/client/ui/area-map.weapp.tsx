import { Map, type MapProps } from '@tarojs/components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AreaMapProps, MapBox, MapCluster, MapLook, MapMarker, MapPlace } from './area-map';
import './area-map.scss';
import { firstBox, regionOf, type RegionDetail } from './map-region';
import { bubbleImages, pinImages } from './map-images';

const usualZoom = 16;
/** The map is asked about once it rests. */
const restMs = 250;
const none: readonly MapCluster[] = [];

// The native map knows no tokens: --map-you and --map-pin-mark of the light theme.
const circleColours = { color: '#1f6fc4', fillColor: '#1f6fc440', strokeWidth: 1 };
const countColour = '#fffdf9';

function pinOf(
  { position, tone, label, image }: MapMarker,
  id: number,
  isSelected: boolean,
): MapProps.marker {
  return {
    id,
    latitude: position.lat,
    longitude: position.lng,
    iconPath: image ?? pinImages[tone],
    width: isSelected ? 48 : 36,
    height: isSelected ? 59 : 44,
    zIndex: isSelected ? 2 : 1,
    ariaLabel: label,
  };
}

function bubbleOf({ position, tone, count, label }: MapCluster, id: number): MapProps.marker {
  const size = count < 10 ? 44 : count < 100 ? 52 : 60;
  const fontSize = 14;
  return {
    id,
    latitude: position.lat,
    longitude: position.lng,
    iconPath: bubbleImages[tone],
    width: size,
    height: size,
    zIndex: 1,
    anchor: { x: 0.5, y: 0.5 },
    label: {
      content: count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}k`,
      color: countColour,
      fontSize,
      anchorX: 0,
      anchorY: -fontSize * 0.75,
      borderWidth: 0,
      borderColor: countColour,
      borderRadius: 0,
      bgColor: '#00000000',
      padding: 0,
      textAlign: 'center',
    },
    ariaLabel: label,
  };
}

/** WeChat moves its map only for a number it was not told before: the same place again lies a centimetre aside. */
function useLooks(start: MapPlace, zoom: number, lookAt: MapLook | null) {
  const looks = useRef({ last: lookAt, count: 0 });
  if (looks.current.last !== lookAt) looks.current = { last: lookAt, count: looks.current.count + 1 };
  const { lat, lng } = lookAt?.position ?? start;
  const aside = (looks.current.count % 2) * 1e-7;
  return { latitude: lat + aside, longitude: lng, scale: lookAt?.zoom ?? zoom };
}

/** Tells of the box once at first, when WeChat says nothing yet, and a moment after each move. */
function useBox(look: { latitude: number; longitude: number; scale: number }, onBox: AreaMapProps['onBox']) {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef(onBox);
  latest.current = onBox;
  const start = useRef(look);
  const tell = (box: MapBox) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current?.(box), restMs);
  };
  useEffect(() => {
    const { latitude: lat, longitude: lng, scale } = start.current;
    latest.current?.(firstBox({ lat, lng }, scale));
    return () => clearTimeout(timer.current);
  }, []);
  return tell;
}

export function AreaMap(props: AreaMapProps) {
  const {
    markers,
    clusters = none,
    selectedId = null,
    origin,
    zoom = usualZoom,
    onMarker,
    onCluster,
  } = props;
  const [nearer, setNearer] = useState<{ look: MapLook; asked: MapLook | null } | null>(null);
  const asked = props.lookAt ?? null;
  const start = props.followsMarkers && origin ? origin : props.centre;
  const look = useLooks(start, zoom, nearer?.asked === asked ? nearer.look : asked);
  const tellBox = useBox(look, props.onBox);
  // A new array sends every marker again.
  const drawn = useMemo(
    () => [
      ...markers.map((marker, index) => pinOf(marker, index, marker.id === selectedId)),
      ...clusters.map((cluster, index) => bubbleOf(cluster, markers.length + index)),
    ],
    [markers, clusters, selectedId],
  );
  const circles = useMemo(
    () =>
      origin && props.hasAccuracy
        ? [{ latitude: origin.lat, longitude: origin.lng, radius: origin.accuracyM, ...circleColours }]
        : [],
    [origin, props.hasAccuracy],
  );
  const tapMarker = (id: number) => {
    const cluster = clusters[id - markers.length];
    if (!cluster) return onMarker?.(markers[id]?.id ?? null);
    if (onCluster) return onCluster(cluster);
    setNearer({ look: { position: cluster.position, zoom: look.scale + 2 }, asked });
  };
  const rest = (detail: RegionDetail) => {
    const region = regionOf(detail);
    if (!region) return;
    if (!region.isOurs) props.onCentre?.(region.centre, region.box.zoom);
    tellBox(region.box);
  };
  return (
    <Map
      className="area-map"
      {...look}
      markers={drawn}
      circles={circles}
      showLocation={origin !== null}
      onMarkerTap={({ detail }) => tapMarker(Number(detail.markerId))}
      onTap={() => onMarker?.(null)}
      onRegionChange={(event) => rest(event.detail)}
      onError={() => onMarker?.(null)}
    />
  );
}
