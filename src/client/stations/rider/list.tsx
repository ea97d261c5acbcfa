import { CustomWrapper, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import type { StationRow as Row } from '../../../contract/stations';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { isWeb } from '../../ui/semantics';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { useIsWide } from '../../ui/wide-screen';
import { Notice } from '../../ui/notice';
import { OriginNotice } from '../../ui/origin-notice';
import { FilterChips } from '../filter-chips';
import { stationRoutes } from '../routes';
import { StationRow } from '../station-row';
import { StationsOnMap } from '../stations-on-map';
import { stationTexts } from '../texts';
import { useLocate } from '../../ui/use-locate';
import './list.scss';

definePageConfig({ navigationBarTitleText: '站点' });

/** One wrapper around the whole list, so that a change of it is told in few words. */
function Wrapped({ children }: { children: ReactNode }) {
  return isWeb ? <>{children}</> : <CustomWrapper>{children}</CustomWrapper>;
}

const Rows = observer(({ rows }: { rows: readonly Row[] }) => {
  const { stations, whereabouts, device } = useRootStore();
  if (rows.length === 0) {
    return stations.hasFilters ? (
      <Still
        icon="pin"
        title={stationTexts.empty}
        hint={stationTexts.emptyHint}
        action={{ text: stationTexts.clear, onPress: () => void stations.clearFilters() }}
      />
    ) : (
      <Still icon="pin" title={stationTexts.emptyAll} hint={stationTexts.emptyAllHint} />
    );
  }
  const open = ({ id }: Row) => device.navigation.to(stationRoutes.detail.to({ id }));
  return (
    <Wrapped>
      <View className="station-list__rows">
        {rows.map((station) => (
          <StationRow
            key={station.id}
            station={station}
            onOpen={open}
            hasDistance={whereabouts.origin !== null}
          />
        ))}
      </View>
    </Wrapped>
  );
});

const ListEnd = observer(() => {
  const { stations } = useRootStore();
  if (stations.moreFailure) {
    return (
      <Notice
        icon="warning"
        tone="warn"
        action={{ text: uiTexts.retry, onPress: () => void stations.loadMore() }}
      >
        {failureWords(stations.moreFailure).title}
      </Notice>
    );
  }
  if (stations.isLoadingMore) return <View className="hint station-list__end">{uiTexts.loadingMore}</View>;
  if (stations.hasMore) {
    return (
      <Pressable className="station-list__more" onPress={() => void stations.loadMore()}>
        {stationTexts.moreStations}
      </Pressable>
    );
  }
  const isLong = (stations.list.data?.length ?? 0) > 6;
  return isLong ? <View className="hint station-list__end">{uiTexts.endOfList}</View> : null;
});

function StationList() {
  const { stations, settings } = useRootStore();
  const [shows, setShows] = useState<'list' | 'map'>('list');
  const isWide = useIsWide();
  const load = () => void stations.loadList();
  const { locate, sheet } = useLocate(load);
  useReachBottom(() => void stations.loadMore());
  const hasList = isWide || shows === 'list';
  const hasMap = isWide || shows === 'map';
  return (
    <Screen isWide>
      <View className={`station-list ${hasList ? '' : 'station-list--map'}`}>
        <View className="station-list__head">
          <View className="station-list__top">
            <Heading level={1}>{stationTexts.title}</Heading>
            {isWide ? null : (
              <Segments
                label={stationTexts.viewAs}
                value={shows}
                onChange={setShows}
                options={[
                  { value: 'list', text: stationTexts.asList, icon: 'list' },
                  { value: 'map', text: stationTexts.asMap, icon: 'map' },
                ]}
              />
            )}
          </View>
          <FilterChips />
        </View>
        {hasList ? (
          <View className="station-list__column">
            <OriginNotice onLocate={locate} />
            {remoteView({
              remote: stations.list,
              onRetry: load,
              isOnline: settings.isOnline,
              loading: <LoadingRows count={5} />,
              children: (rows) => <Rows rows={rows} />,
            })}
            <ListEnd />
          </View>
        ) : null}
        {hasMap ? (
          <View className="station-list__map">
            <StationsOnMap />
          </View>
        ) : null}
      </View>
      {sheet}
    </Screen>
  );
}

export default observer(StationList);
