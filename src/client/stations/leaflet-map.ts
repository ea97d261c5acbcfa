import gcoord from 'gcoord';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { BlockMap } from '../../contract/communities';
import type { Position } from '../../contract/positions';
import type { StationRow } from '../../contract/stations';
import { drawBlockMap } from './block-map-drawing';
import './leaflet-map.scss';
import { isTakingGuests, placeIcons, placeOf } from './place';
import { openingText } from '../ui/opening-text';
import { stationTexts, statusNames } from './texts';

interface Shown {
  stations: readonly StationRow[];
  centre: Position;
  origin: Position | null;
  selectedId: string | null;
  onSelect: (stationId: string | null) => void;
}

const tianditu = (layer: string, key: string) =>
  `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
  `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;

function pin(station: StationRow): L.DivIcon {
  const state = isTakingGuests(station) ? 'open' : 'shut';
  const place = placeOf(station);
  const drop = document.createElement('div');
  drop.className = `map-pin__drop map-pin__drop--${state} map-pin__drop--${place}`;
  const picture = document.createElement('div');
  picture.className = `icon icon--${placeIcons[place]}`;
  drop.append(picture);
  return L.divIcon({ className: 'map-pin', html: drop, iconSize: [44, 52], iconAnchor: [22, 50] });
}

/** Leaflet over our own drawing of the blocks, or over Tianditu's tiles where the cloud has a key. */
export class LeafletMap {
  private readonly map: L.Map;
  private readonly pins = L.layerGroup();
  private readonly ground = L.layerGroup();
  private drawing: SVGSVGElement | null = null;
  private source: L.Control.Attribution | null = null;
  private hasTiles = false;
  private framed = '';
  private stations: readonly StationRow[] = [];
  private origin: Position | null = null;
  private selectedId: string | null = null;
  private onSelect: Shown['onSelect'] = () => undefined;
  private readonly markers = new Map<string, L.Marker>();

  constructor(element: HTMLElement, label: string) {
    element.setAttribute('role', 'region');
    element.setAttribute('aria-label', label);
    this.map = L.map(element, {
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      minZoom: 14,
      maxZoom: 18,
      maxBoundsViscosity: 0.8,
    });
    L.control
      .zoom({ position: 'topright', zoomInTitle: stationTexts.zoomIn, zoomOutTitle: stationTexts.zoomOut })
      .addTo(this.map);
    this.ground.addTo(this.map);
    this.pins.addTo(this.map);
    this.map.on('zoomend', () => this.fitLettering());
    this.map.on('click', () => this.onSelect(null));
  }

  drawBlocks(blockMap: BlockMap | null): void {
    this.ground.clearLayers();
    this.drawing = null;
    this.hasTiles = Boolean(blockMap?.tiles);
    this.stations = [];
    if (!blockMap) return;
    if (blockMap.tiles) {
      const options = { subdomains: '01234567', maxZoom: 18 };
      L.tileLayer(tianditu('vec', blockMap.tiles.key), options).addTo(this.ground);
      L.tileLayer(tianditu('cva', blockMap.tiles.key), options).addTo(this.ground);
      this.attribute(stationTexts.tianditu);
      return;
    }
    const { svg, bounds } = drawBlockMap(blockMap);
    this.drawing = svg;
    const [south, west, north, east] = bounds;
    L.svgOverlay(svg, [
      [south, west],
      [north, east],
    ]).addTo(this.ground);
    this.attribute(stationTexts.schematic);
  }

  show({ stations, centre, origin, selectedId, onSelect }: Shown): void {
    this.onSelect = onSelect;
    this.frame(stations, centre, origin);
    if (stations !== this.stations || origin !== this.origin) this.pinDown(stations, origin);
    this.select(selectedId);
  }

  /** Pins stay the same elements while they tell of the same stations: the keyboard's focus stays with them. */
  private pinDown(stations: readonly StationRow[], origin: Position | null): void {
    this.stations = stations;
    this.origin = origin;
    this.selectedId = null;
    this.pins.clearLayers();
    this.markers.clear();
    if (origin) {
      const icon = L.divIcon({ className: 'map-you', iconSize: [20, 20] });
      L.marker(this.at(origin), { icon, interactive: false, keyboard: false }).addTo(this.pins);
    }
    for (const station of stations) {
      const marker = L.marker(this.at(station.position), { icon: pin(station) });
      marker.on('click', () => this.onSelect(station.id)).addTo(this.pins);
      const label = `${station.name}，${statusNames[station.status] || openingText(station.opening, new Date()).text}`;
      marker.getElement()?.setAttribute('aria-label', label);
      this.markers.set(station.id, marker);
    }
  }

  private select(selectedId: string | null): void {
    if (selectedId === this.selectedId) return;
    this.selectedId = selectedId;
    for (const [id, marker] of this.markers) {
      const isSelected = id === selectedId;
      marker.setZIndexOffset(isSelected ? 1000 : 0);
      marker.getElement()?.classList.toggle('map-pin--selected', isSelected);
      marker.getElement()?.setAttribute('aria-pressed', String(isSelected));
      if (isSelected) this.uncover(marker);
    }
  }

  /** Moves a pin out from under the card that tells of it. */
  private uncover(marker: L.Marker): void {
    this.map.panInside(marker.getLatLng(), { paddingTopLeft: [40, 70], paddingBottomRight: [40, 220] });
  }

  remove(): void {
    this.map.remove();
  }

  /** Tianditu draws in CGCS2000, which is WGS-84 to a hair; all of ours is GCJ-02. */
  private at({ lat, lng }: Position): L.LatLngTuple {
    if (!this.hasTiles) return [lat, lng];
    const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
    return [y, x];
  }

  /** Looks at all stations, once per set of stations: a person's own panning is left alone. */
  private frame(stations: readonly StationRow[], centre: Position, origin: Position | null): void {
    const key = `${this.hasTiles} ${origin !== null} ${stations.map(({ id }) => id).join()}`;
    if (key === this.framed) return;
    this.framed = key;
    const points = stations.map(({ position }) => this.at(position));
    if (origin && points.length > 0 && this.isNear(origin, centre)) points.push(this.at(origin));
    if (points.length === 0) this.map.setView(this.at(centre), 16);
    else this.map.fitBounds(L.latLngBounds(points).pad(0.1), { maxZoom: 17, animate: false });
    this.fitLettering();
  }

  private isNear(origin: Position, centre: Position): boolean {
    return this.map.distance(this.at(origin), this.at(centre)) < 3000;
  }

  /** Names keep their size on the screen whatever the zoom. */
  private fitLettering(): void {
    if (!this.drawing) return;
    const { lat } = this.map.getCenter();
    const metresPerPixel = (156_543 * Math.cos((lat * Math.PI) / 180)) / 2 ** this.map.getZoom();
    this.drawing.style.setProperty('--metres-per-pixel', String(metresPerPixel));
  }

  private attribute(text: string): void {
    this.source?.remove();
    this.source = L.control.attribution({ prefix: false, position: 'bottomleft' }).addAttribution(text);
    this.source.addTo(this.map);
  }
}
