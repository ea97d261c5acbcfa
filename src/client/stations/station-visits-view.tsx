import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { StationVisits } from '../../contract/check-ins';
import { useRootStore } from '../root-store';
import { Heading } from '../ui/heading';
import { stationTexts } from './texts';
import './station-visits-view.scss';

function Counts({ title, counts }: { title: string; counts: StationVisits['today'] }) {
  return (
    <View className="station-visits__counts">
      <View className="hint">{title}</View>
      <View className="station-visits__number">{stationTexts.visitsCount(counts.visits)}</View>
      <View className="hint">{stationTexts.visitsPeople(counts.people)}</View>
      {counts.walkIns > 0 ? <View className="hint">{stationTexts.walkIns(counts.walkIns)}</View> : null}
    </View>
  );
}

/** How many came. A detail: it stays away rather than say that it failed. */
export const StationVisitsView = observer(({ stationId }: { stationId: string }) => {
  const visits = useRootStore().stations.visits(stationId).data;
  if (!visits) return null;
  return (
    <View className="card">
      <Heading level={2}>{stationTexts.visits}</Heading>
      <View className="station-visits">
        <Counts title={stationTexts.visitsToday} counts={visits.today} />
        <Counts title={stationTexts.visitsMonth} counts={visits.month} />
      </View>
    </View>
  );
});
