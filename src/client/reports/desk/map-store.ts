import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import { getReportMap, type ReportMap } from '../../../contract/report-cases';
import { isOverWith } from './stages';
import { Remote } from '../../remote';
import type { RootStore } from '../../root-store';
import type { MapBox, MapCluster, MapMarker, MarkerTone } from '../../ui/map-parts';
import { reportCategoryTexts, reportNumberText, reportStateTexts } from '../report-text';
import { questionOf } from './filters';
import type { TriageStore } from './triage-store';
import { triageTexts as texts } from './triage-texts';

type Marker = ReportMap['markers'][number];

const placeOf = ({ lat, lng }: { lat: number; lng: number }) => ({ lat, lng });

function toneOf({ state, due }: Marker): MarkerTone {
  if (isOverWith(state)) return 'faint';
  if (due === 'overdue') return 'late';
  if (due === 'soon') return 'warn';
  return state === 'triage' ? 'accent' : 'busy';
}

const markerOf = (marker: Marker): MapMarker => ({
  id: marker.id,
  position: placeOf(marker),
  tone: toneOf(marker),
  icon: 'flag',
  label: [
    reportNumberText(marker.number),
    reportCategoryTexts[marker.category],
    reportStateTexts[marker.state].name,
  ].join(' '),
});

const clusterOf = (cluster: ReportMap['clusters'][number]): MapCluster => {
  const { count, overdue } = cluster;
  return {
    id: `${cluster.lat},${cluster.lng}`,
    position: placeOf(cluster),
    count,
    tone: overdue > 0 ? 'late' : 'busy',
    shares: [
      { tone: 'late', count: overdue },
      { tone: 'busy', count: count - overdue },
    ],
    label: texts.clusterLabel(count, overdue),
  };
};

/** The cases in what is seen of the map, filtered as the list is. */
export class MapStore {
  readonly map: Remote<ReportMap>;
  box: MapBox | null = null;
  /** What is pinned: that of the box before until there is an answer for the new one. */
  shown: ReportMap | null = null;

  constructor(
    private readonly root: RootStore,
    private readonly triage: TriageStore,
  ) {
    this.map = new Remote(root.parts);
    makeAutoObservable<MapStore, 'root' | 'triage'>(
      this,
      { root: false, triage: false, map: false, box: observableRef, shown: observableRef },
      { autoBind: true },
    );
  }

  get markers(): readonly MapMarker[] {
    return this.shown?.markers.map(markerOf) ?? [];
  }

  get clusters(): readonly MapCluster[] {
    return this.shown?.clusters.map(clusterOf) ?? [];
  }

  get isEmpty(): boolean {
    const { data, status } = this.map;
    return status === 'ready' && data !== null && data.markers.length + data.clusters.length === 0;
  }

  look(box: MapBox): Promise<void> {
    this.box = box;
    return this.load();
  }

  async load(): Promise<void> {
    const { box } = this;
    if (!box) return;
    const { communityId, filters } = this.triage;
    const question = { ...questionOf(filters), ...box, zoom: Math.round(box.zoom) };
    await this.map.load({
      key: `${communityId} ${JSON.stringify(question)}`,
      copy: () => null,
      read: () => this.root.api.call(getReportMap, { communityId, ...question }),
    });
    const { data } = this.map;
    if (data) runInAction(() => (this.shown = data));
  }
}
