import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { Station } from '../../../contract/stations';
import { checkInRoutes } from '../../check-ins/routes';
import { useRootStore } from '../../root-store';
import { BigCheckInButton } from '../../ui/big-check-in-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { OpenBadge } from '../../ui/open-badge';
import { OpeningHoursTable } from '../../ui/opening-hours-table';
import { Photos } from '../../ui/photos';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { distanceText, walkText } from '../../ui/texts';
import { FacilityTags } from '../facility-tags';
import { stationRoutes } from '../routes';
import { StationFacts } from '../station-facts';
import { StationVisitsView } from '../station-visits-view';
import { stationTexts, statusNames, whatItIs } from '../texts';
import { useLoadAround } from '../../ui/use-locate';
import { WhereCard } from '../../ui/where-card';
import './detail.scss';

definePageConfig({ navigationBarTitleText: '站点' });

const Head = observer(({ station }: { station: Station }) => {
  const { whereabouts } = useRootStore();
  const way = whereabouts.origin && station.distanceM !== null ? station.distanceM : null;
  return (
    <View className="station-detail__head">
      <View className="station-detail__kind">{whatItIs(station)}</View>
      <Heading level={1}>{station.name}</Heading>
      <View className="station-detail__state">
        <OpenBadge opening={station.opening} off={statusNames[station.status]} />
        {way === null ? null : (
          <View className="station-detail__way">
            <Icon name="walk" />
            <View>{`${distanceText(way)} · ${walkText(way)}`}</View>
          </View>
        )}
      </View>
      {station.statusNote ? (
        <Notice icon="info" tone="warn">
          {station.statusNote}
        </Notice>
      ) : null}
    </View>
  );
});

const CodesLink = observer(({ station }: { station: Station }) => {
  const { device } = useRootStore();
  if (!station.can.seeCodes && !station.can.tallyWalkIns) return null;
  return (
    <Pressable
      className="card station-detail__codes"
      role="link"
      onPress={() => device.navigation.to(stationRoutes.codes.to({ id: station.id }))}
    >
      <Icon name="qr" className="station-detail__codes-icon" />
      <View className="station-detail__codes-words">
        <View>{stationTexts.codes}</View>
        <View className="hint">{stationTexts.codesHint}</View>
      </View>
      <Icon name="next" />
    </Pressable>
  );
});

function Body({ station }: { station: Station }) {
  return (
    <View className="station-detail">
      <Head station={station} />
      <Photos photos={station.photos} label={stationTexts.photos} />
      <View className="station-detail__cards">
        <View className="card">
          <Heading level={2} className="station-detail__title">
            {stationTexts.facilities}
          </Heading>
          <FacilityTags facilities={station.facilities} />
        </View>
        <WhereCard place={station} guide={station.guide} />
        <OpeningHoursTable hours={station.hours} opening={station.opening} />
        <StationVisitsView stationId={station.id} />
        <StationFacts station={station} />
        <CodesLink station={station} />
      </View>
    </View>
  );
}

function StationDetail() {
  const { stations, sessions, settings, device } = useRootStore();
  const { id = '' } = stationRoutes.detail.parse(useRouter().params);
  const load = () => {
    stations.open(id);
    void stations.loadVisits(id);
  };
  useLoadAround(load);
  const remote = stations.station(id);
  // Who is not signed in is asked to on the way.
  const isOperating = remote.data?.status === 'operating';
  const canCheckIn = isOperating && (remote.data?.can.checkIn || !sessions.isSignedIn);
  return (
    <Screen
      title={stationTexts.detailTitle}
      dock={
        canCheckIn ? (
          <BigCheckInButton
            text={stationTexts.checkIn}
            onPress={() => device.navigation.to(checkInRoutes.create.to())}
          />
        ) : null
      }
    >
      {remoteView({
        remote,
        onRetry: load,
        isOnline: settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (station) => <Body station={station} />,
      })}
    </Screen>
  );
}

export default observer(StationDetail);
