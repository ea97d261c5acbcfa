import gcoord from 'gcoord';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { BlockMap } from '../../contract/communities';
import type { AreaMapProps, MapBox, MapLook, MapPlace } from './area-map';
import { drawBlockMap } from './block-map-drawing';
import { metresBetween } from './distance';
import './leaflet-map.scss';
import { LeafletPins } from './leaflet-pins';
import { mapTexts } from './map-texts';

type Shown = Omit<AreaMapProps, 'label' | 'blockMap'>;

interface Options {
  label: string;
  /** Where it looks until it is told what to show. */
  start: MapPlace;
  /** There is a pin in the middle that the map is moved under. */
  isAiming: boolean;
}

const usualZoom = 16;
/** A person far away is not brought into the picture, metres. */
const nearM = 3000;
/** The map is asked about once it rests. */
const restMs = 250;
/** What the keys move a pin by, and what they move a map by, pixels. */
const keySteps = { aiming: 24, looking: 80 };
/** Rounding is no move, metres. */
const stillM = 0.5;

const tianditu = (layer: string, key: string) =>
  `https://t{s}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
  `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${key}`;

function makeMap(element: HTMLElement, { label, start, isAiming }: Options): L.Map {
  // A reader of screens hands the arrow keys on to an application only.
  element.setAttribute('role', isAiming ? 'application' : 'region');
  element.setAttribute('aria-label', label);
  // With a pin in the middle, going nearer must not move what is under it.
  const about = isAiming ? 'center' : true;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.25,
    minZoom: 14,
    maxZoom: 18,
    maxBoundsViscosity: 0.8,
    center: start,
    zoom: usualZoom,
    keyboardPanDelta: isAiming ? keySteps.aiming : keySteps.looking,
    scrollWheelZoom: about,
    doubleClickZoom: about,
    touchZoom: about,
  });
  L.control
    .zoom({ position: 'topright', zoomInTitle: mapTexts.zoomIn, zoomOutTitle: mapTexts.zoomOut })
    .addTo(map);
  return map;
}

/** Leaflet over our own drawing of the blocks, or over Tianditu's tiles where the cloud has a key. */
export class LeafletMap {
  private readonly map: L.Map;
  private readonly pins: LeafletPins;
  private readonly ground = L.layerGroup();
  private drawing: SVGSVGElement | null = null;
  private source: L.Control.Attribution | null = null;
  private hasTiles = false;
  private framed = '';
  private looked: MapLook | null = null;
  private middle: MapPlace | null = null;
  private isOurMove = false;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly sizes: ResizeObserver | null;
  private shown: Shown | null = null;

  constructor(element: HTMLElement, options: Options) {
    this.map = makeMap(element, options);
    this.pins = new LeafletPins((place) => this.at(place), {
      onMarker: (markerId) => this.shown?.onMarker?.(markerId),
      onCluster: (cluster) => {
        if (this.shown?.onCluster) this.shown.onCluster(cluster);
        else this.map.setView(this.at(cluster.position), this.map.getZoom() + 1.5);
      },
    });
    this.ground.addTo(this.map);
    this.pins.layer.addTo(this.map);
    this.map.on('zoomend', () => this.fitLettering());
    this.map.on('moveend', () => this.rest());
    this.map.on('click', () => this.shown?.onMarker?.(null));
    this.sizes = 'ResizeObserver' in window ? new ResizeObserver(() => this.fitElement()) : null;
    this.sizes?.observe(element);
  }

  drawBlocks(blockMap: BlockMap | null): void {
    this.ground.clearLayers();
    this.drawing = null;
    this.hasTiles = Boolean(blockMap?.tiles);
    this.pins.clear();
    if (!blockMap) return;
    if (blockMap.tiles) {
      const options = { subdomains: '01234567', maxZoom: 18 };
      L.tileLayer(tianditu('vec', blockMap.tiles.key), options).addTo(this.ground);
      L.tileLayer(tianditu('cva', blockMap.tiles.key), options).addTo(this.ground);
      this.attribute(mapTexts.tianditu);
      return;
    }
    const { svg, bounds } = drawBlockMap(blockMap);
    this.drawing = svg;
    const [south, west, north, east] = bounds;
    L.svgOverlay(svg, [
      [south, west],
      [north, east],
    ]).addTo(this.ground);
    this.attribute(mapTexts.schematic);
    this.fitLettering();
  }

  show(shown: Shown): void {
    this.shown = shown;
    const { markers, clusters = [], origin, hasAccuracy = false, selectedId = null } = shown;
    this.frame(shown);
    this.pins.show(markers, clusters);
    this.pins.stand(origin, hasAccuracy);
    const chosen = this.pins.select(selectedId);
    if (chosen) this.uncover(chosen);
  }

  remove(): void {
    clearTimeout(this.restTimer);
    this.sizes?.disconnect();
    this.map.remove();
  }

  /** Moves a pin out from under the card that tells of it. */
  private uncover(marker: L.Marker): void {
    this.map.panInside(marker.getLatLng(), { paddingTopLeft: [40, 70], paddingBottomRight: [40, 220] });
  }

  /** Tianditu draws in CGCS2000, which is WGS-84 to a hair; all of ours is GCJ-02. */
  private at({ lat, lng }: MapPlace): L.LatLngTuple {
    if (!this.hasTiles) return [lat, lng];
    const [x, y] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84);
    return [y, x];
  }

  private placeAt({ lat, lng }: L.LatLng): MapPlace {
    if (!this.hasTiles) return { lat, lng };
    const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, gcoord.GCJ02);
    return { lat: y, lng: x };
  }

  /** A person's own panning is left alone until there is something else to look at. */
  private frame(shown: Shown): void {
    const { markers, centre, origin, zoom = usualZoom, lookAt = null, followsMarkers = false } = shown;
    const ids = followsMarkers ? `${origin !== null} ${markers.map(({ id }) => id).join()}` : '';
    const key = `${this.hasTiles} ${ids}`;
    const isNew = key !== this.framed;
    this.framed = key;
    if (lookAt && lookAt !== this.looked) this.lookAt(lookAt.position, lookAt.zoom ?? zoom);
    else if (isNew && followsMarkers && markers.length > 0) this.fitMarkers(shown);
    else if (isNew) this.lookAt(this.middle ?? centre, this.middle ? this.map.getZoom() : zoom);
    this.looked = lookAt;
  }

  private lookAt(place: MapPlace, zoom: number): void {
    this.move(() => this.map.setView(this.at(place), zoom, { animate: false }));
  }

  private fitMarkers({ markers, centre, origin }: Shown): void {
    const points = markers.map(({ position }) => this.at(position));
    if (origin && metresBetween(origin, centre) < nearM) points.push(this.at(origin));
    const bounds = L.latLngBounds(points).pad(0.1);
    this.move(() => this.map.fitBounds(bounds, { maxZoom: 17, animate: false }));
  }

  private fitElement(): void {
    this.move(() => this.map.invalidateSize({ animate: false }));
  }

  private move(act: () => void): void {
    this.isOurMove = true;
    act();
    this.isOurMove = false;
    this.fitLettering();
  }

  private rest(): void {
    const zoom = this.map.getZoom();
    const middle = this.placeAt(this.map.getCenter());
    const hasMoved = this.middle === null || metresBetween(this.middle, middle) > stillM;
    this.middle = middle;
    if (hasMoved && !this.isOurMove) this.shown?.onCentre?.(middle, zoom);
    if (!this.shown?.onBox) return;
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.shown?.onBox?.(this.box()), restMs);
  }

  private box(): MapBox {
    const bounds = this.map.getBounds();
    const [{ lat: south, lng: west }, { lat: north, lng: east }] = [
      this.placeAt(bounds.getSouthWest()),
      this.placeAt(bounds.getNorthEast()),
    ];
    return { south, west, north, east, zoom: this.map.getZoom() };
  }

  /** Names keep their size on the screen whatever the zoom. */
  private fitLettering(): void {
    if (!this.drawing || !this.middle) return;
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
