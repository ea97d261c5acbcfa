import gcoord from 'gcoord';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { BlockMap } from '../../contract/communities';
import type { Position } from '../../contract/positions';
import type { StationRow } from '../../contract/stations';
import { drawBlockMap } from './block-map-drawing';
import './leaflet-map.scss';
import { openingText } from './opening-text';
import { isTakingGuests, placeIcons, placeOf } from './place';
import { stationTexts } from './texts';

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

function pin(station: StationRow, isSelected: boolean): L.DivIcon {
  const state = isTakingGuests(station) ? 'open' : 'shut';
  const place = placeOf(station);
  const drop = document.createElement('div');
  drop.className = `map-pin__drop map-pin__drop--${state} map-pin__drop--${place}`;
  const picture = document.createElement('div');
  picture.className = `icon icon--${placeIcons[place]}`;
  drop.append(picture);
  return L.divIcon({
    className: `map-pin ${isSelected ? 'map-pin--selected' : ''}`,
    html: drop,
    iconSize: [44, 52],
    iconAnchor: [22, 50],
  });
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
  private selectedId: string | null = null;

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
  }

  drawBlocks(blockMap: BlockMap | null): void {
    this.ground.clearLayers();
    this.drawing = null;
    this.hasTiles = Boolean(blockMap?.tiles);
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
    this.frame(stations, centre, origin);
    this.pins.clearLayers();
    if (origin) {
      L.marker(this.at(origin), {
        icon: L.divIcon({ className: 'map-you', iconSize: [20, 20] }),
        interactive: false,
        keyboard: false,
      }).addTo(this.pins);
    }
    const selected = stations.find(({ id }) => id === selectedId);
    if (selected && selectedId !== this.selectedId) this.uncover(selected);
    this.selectedId = selectedId;
    for (const station of stations) {
      const isSelected = station.id === selectedId;
      const marker = L.marker(this.at(station.position), {
        icon: pin(station, isSelected),
        zIndexOffset: isSelected ? 1000 : 0,
      });
      marker.on('click', () => onSelect(station.id)).addTo(this.pins);
      const element = marker.getElement();
      element?.setAttribute('aria-label', `${station.name}，${openingText(station, new Date()).text}`);
      element?.setAttribute('aria-pressed', String(isSelected));
    }
    this.map.off('click').on('click', () => onSelect(null));
  }

  /** Moves a pin out from under the card that tells of it. */
  private uncover({ position }: StationRow): void {
    this.map.panInside(this.at(position), { paddingTopLeft: [40, 70], paddingBottomRight: [40, 220] });
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
