import * as L from 'leaflet';
import type { Position } from '../../contract/positions';
import type { MapCluster, MapMarker, MapPlace } from './area-map';

const svgNamespace = 'http://www.w3.org/2000/svg';

interface Pinned {
  readonly said: string;
  readonly marker: L.Marker;
}

interface Taps {
  onMarker: (markerId: string) => void;
  onCluster: (cluster: MapCluster) => void;
}

function dropOf({ tone, icon }: MapMarker): L.DivIcon {
  const drop = document.createElement('div');
  drop.className = `map-pin__drop map-pin__drop--${tone}`;
  const picture = document.createElement('div');
  picture.className = `icon icon--${icon}`;
  drop.append(picture);
  return L.divIcon({ className: 'map-pin', html: drop, iconSize: [44, 52], iconAnchor: [22, 50] });
}

/** The ring shows how the count is shared; a bubble of one tone has a plain one. */
function ringOf({ tone, count, shares }: MapCluster): string {
  const slices = shares?.length ? shares : [{ tone, count }];
  const total = slices.reduce((sum, slice) => sum + slice.count, 0) || 1;
  let before = 0;
  const stops = slices.map((slice) => {
    const from = before;
    before += (slice.count / total) * 100;
    return `var(--map-tone-${slice.tone}) ${from.toFixed(1)}% ${before.toFixed(1)}%`;
  });
  return `conic-gradient(${stops.join(', ')})`;
}

/** 1240 → 1.2k: a bubble has room for four signs. */
const shortCount = (count: number) => (count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}k`);

function bubbleOf(cluster: MapCluster): L.DivIcon {
  const size = cluster.count < 10 ? 44 : cluster.count < 100 ? 52 : 60;
  const ring = document.createElement('div');
  ring.className = 'map-cluster__ring';
  ring.style.background = ringOf(cluster);
  const core = document.createElement('div');
  core.className = `map-cluster__core map-cluster__core--${cluster.tone}`;
  core.textContent = shortCount(cluster.count);
  ring.append(core);
  return L.divIcon({ className: 'map-cluster', html: ring, iconSize: [size, size] });
}

function accuracyCircle(): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('viewBox', '0 0 100 100');
  const circle = document.createElementNS(svgNamespace, 'circle');
  for (const [name, value] of [
    ['class', 'map-accuracy'],
    ['cx', '50'],
    ['cy', '50'],
    ['r', '49'],
  ] as const)
    circle.setAttribute(name, value);
  svg.append(circle);
  return svg;
}

/** Everything that stands on the map. Pins that say the same stay the same elements: the keyboard's focus stays with them. */
export class LeafletPins {
  readonly layer = L.layerGroup();
  private readonly pinned = new Map<string, Pinned>();
  private readonly you = L.layerGroup().addTo(this.layer);
  private selectedId: string | null = null;

  constructor(
    private readonly at: (place: MapPlace) => L.LatLngTuple,
    private readonly taps: Taps,
  ) {}

  show(markers: readonly MapMarker[], clusters: readonly MapCluster[]): void {
    const kept = new Set<string>();
    for (const marker of markers) {
      const key = `marker ${marker.id}`;
      kept.add(key);
      this.pin(key, marker, dropOf, () => this.taps.onMarker(marker.id));
    }
    for (const cluster of clusters) {
      const key = `cluster ${cluster.id}`;
      kept.add(key);
      this.pin(key, cluster, bubbleOf, () => this.taps.onCluster(cluster));
    }
    for (const [key, { marker }] of this.pinned) {
      if (kept.has(key)) continue;
      marker.remove();
      this.pinned.delete(key);
    }
  }

  /** Returns the pin that is new under the person's eyes. */
  select(selectedId: string | null): L.Marker | null {
    if (selectedId === this.selectedId) return null;
    if (this.selectedId !== null) this.mark(this.selectedId, false);
    this.selectedId = selectedId;
    return selectedId === null ? null : this.mark(selectedId, true);
  }

  stand(origin: Position | null, hasAccuracy: boolean): void {
    this.you.clearLayers();
    if (!origin) return;
    const place = L.latLng(this.at(origin));
    if (hasAccuracy) {
      const around = place.toBounds(origin.accuracyM * 2);
      L.svgOverlay(accuracyCircle(), around, { zIndex: 2 }).addTo(this.you);
    }
    const icon = L.divIcon({ className: 'map-you', iconSize: [20, 20] });
    L.marker(place, { icon, interactive: false, keyboard: false }).addTo(this.you);
  }

  /** Where everything lies has changed its meaning. */
  clear(): void {
    for (const { marker } of this.pinned.values()) marker.remove();
    this.pinned.clear();
    this.selectedId = null;
  }

  private pin<Thing extends MapMarker | MapCluster>(
    key: string,
    thing: Thing,
    iconOf: (thing: Thing) => L.DivIcon,
    onTap: () => void,
  ): void {
    const said = JSON.stringify(thing);
    const before = this.pinned.get(key);
    if (before?.said === said) return void before.marker.off('click').on('click', onTap);
    before?.marker.remove();
    const marker = L.marker(this.at(thing.position), { icon: iconOf(thing) });
    marker.on('click', onTap).addTo(this.layer);
    marker.getElement()?.setAttribute('aria-label', thing.label);
    this.pinned.set(key, { said, marker });
    if (key === `marker ${this.selectedId ?? ''}`) this.mark(thing.id, true);
  }

  private mark(id: string, isSelected: boolean): L.Marker | null {
    const marker = this.pinned.get(`marker ${id}`)?.marker;
    marker?.setZIndexOffset(isSelected ? 1000 : 0);
    marker?.getElement()?.classList.toggle('map-pin--selected', isSelected);
    marker?.getElement()?.setAttribute('aria-pressed', String(isSelected));
    return marker ?? null;
  }
}
