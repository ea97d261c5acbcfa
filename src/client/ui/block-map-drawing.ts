import type { BlockMap } from '../../contract/communities';

type Feature = BlockMap['features']['features'][number];
type LngLat = readonly number[];

interface Drawing {
  svg: SVGSVGElement;
  /** south, west, north, east */
  bounds: readonly [number, number, number, number];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const order = ['block', 'green', 'water', 'building', 'path', 'road'] as const;

function make<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function ringsOf({ geometry }: Feature): readonly (readonly LngLat[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates];
}

/** Draws in metres from the north-west corner, so that widths of roads can be said in metres. */
class Sheet {
  readonly bounds: Drawing['bounds'];
  readonly width: number;
  readonly height: number;
  private readonly perLng: number;
  private readonly perLat = 110_940;

  constructor(features: readonly Feature[]) {
    const points = features.flatMap((feature) => ringsOf(feature).flat());
    const lngs = points.map(([lng = 0]) => lng);
    const lats = points.map(([, lat = 0]) => lat);
    const [south, north] = [Math.min(...lats), Math.max(...lats)];
    const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
    this.bounds = [south, west, north, east];
    this.perLng = 111_320 * Math.cos((((south + north) / 2) * Math.PI) / 180);
    this.width = (east - west) * this.perLng;
    this.height = (north - south) * this.perLat;
  }

  point([lng = 0, lat = 0]: LngLat): [number, number] {
    const [, west, north] = this.bounds;
    return [(lng - west) * this.perLng, (north - lat) * this.perLat];
  }

  path(points: readonly LngLat[], isClosed: boolean): string {
    const steps = points.map((point) =>
      this.point(point)
        .map((value) => value.toFixed(1))
        .join(' '),
    );
    return `M${steps.join('L')}${isClosed ? 'Z' : ''}`;
  }
}

/** Names run along their road, never upside down. */
function roadPath(sheet: Sheet, points: readonly LngLat[]): string {
  const [x1] = sheet.point(points[0] ?? []);
  const [x2] = sheet.point(points[points.length - 1] ?? []);
  return sheet.path(x2 < x1 ? [...points].reverse() : points, false);
}

function roadName(sheet: Sheet, points: readonly LngLat[], name: string, id: string): SVGElement[] {
  const guide = make('path', { id, d: roadPath(sheet, points), fill: 'none' });
  const text = make('text', { class: 'block-map__road-name', dy: '0.35em' });
  const along = make('textPath', { href: `#${id}`, startOffset: '50%', 'text-anchor': 'middle' });
  along.textContent = name;
  text.append(along);
  return [guide, text];
}

function areaName(sheet: Sheet, points: readonly LngLat[], name: string, kind: string): SVGElement {
  const placed = points.map((point) => sheet.point(point));
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const text = make('text', {
    class: `block-map__name block-map__name--${kind}`,
    x: middle(placed.map(([x]) => x)).toFixed(1),
    y: middle(placed.map(([, y]) => y)).toFixed(1),
    'text-anchor': 'middle',
  });
  text.textContent = name;
  return text;
}

/** The community's blocks, roads, greens and waters as a sheet of SVG; its colours come from the tokens. */
export function drawBlockMap({ features: { features } }: BlockMap): Drawing {
  const sheet = new Sheet(features);
  const svg = make('svg', {
    viewBox: `0 0 ${sheet.width.toFixed(1)} ${sheet.height.toFixed(1)}`,
    class: 'block-map',
  });
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('preserveAspectRatio', 'none');
  const ground = make('g', {});
  const edges = make('g', {});
  const roads = make('g', {});
  const names = make('g', {});
  const sorted = [...features].sort(
    (a, b) => order.indexOf(a.properties.kind) - order.indexOf(b.properties.kind),
  );
  sorted.forEach((feature, index) => {
    const { kind, name } = feature.properties;
    const isRoad = feature.geometry.type === 'LineString';
    for (const points of ringsOf(feature)) {
      const d = sheet.path(points, !isRoad);
      if (kind === 'road') edges.append(make('path', { d, class: 'block-map__road-edge' }));
      (isRoad ? roads : ground).append(make('path', { d, class: `block-map__${kind}` }));
      if (!name) continue;
      if (isRoad) names.append(...roadName(sheet, points, name, `block-map-road-${index}`));
      else names.append(areaName(sheet, points, name, kind));
    }
  });
  svg.append(ground, edges, roads, names);
  return { svg, bounds: sheet.bounds };
}
