import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { StationRow as Row } from '../../../contract/stations';
import { checkInRoutes } from '../../check-ins/routes';
import { noticeRoutes } from '../../notices/routes';
import { reportRoutes } from '../../reports/routes';
import { useRootStore } from '../../root-store';
import { StationPlate } from '../../stations/station-plate';
import { StationLine } from '../../stations/station-row';
import { stationRoutes } from '../../stations/routes';
import { useLocate } from '../../ui/use-locate';
import { BigCheckInButton } from '../../ui/big-check-in-button';
import { hourNow } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { NoticeChange } from '../../ui/notice-change';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { homeTexts } from '../texts';
import './home.scss';

definePageConfig({ navigationBarTitleText: '暖新' });

const Greeting = observer(() => {
  const { sessions, communities } = useRootStore();
  const community = communities.current;
  const greeting = homeTexts.greeting(hourNow());
  return (
    <View className="home__greeting">
      {community ? (
        <View className="home__place">
          <Icon name="pin" />
          <View>{`${community.subdistrict} · ${community.name}`}</View>
        </View>
      ) : null}
      <Heading level={1}>{homeTexts.greetName(greeting, sessions.me?.nickname ?? null)}</Heading>
      <View className="home__wish">{homeTexts.wish}</View>
    </View>
  );
});

const QueueNotice = observer(() => {
  const { checkIns, device } = useRootStore();
  if (checkIns.queue.length === 0) return null;
  return (
    <Pressable onPress={() => device.navigation.to(checkInRoutes.mine.to())}>
      <Notice icon="history" tone="warn" hint={homeTexts.queuedHint}>
        {homeTexts.queued(checkIns.queue.length)}
      </Notice>
    </Pressable>
  );
});

const UnreadNotices = observer(() => {
  const { notices, device } = useRootStore();
  return (
    <Pressable role="link" onPress={() => device.navigation.to(noticeRoutes.inbox.to())}>
      <Notice icon="bell" hint={homeTexts.unreadHint}>
        {homeTexts.unread(notices.unread)}
      </Notice>
    </Pressable>
  );
});

/** Opens the camera at once: what is worth a report does not wait. */
const ReportEntry = observer(() => {
  const { reports, device } = useRootStore();
  return (
    <View className="home__report">
      <Pressable className="home__report-main" onPress={() => void reports.photograph()}>
        <View className="home__report-icon">
          <Icon name="camera" />
        </View>
        <View>
          <View className="home__report-title">{homeTexts.report}</View>
          <View className="hint">{homeTexts.reportHint}</View>
        </View>
      </Pressable>
      {reports.drafts > 0 ? (
        <Pressable
          className="home__report-drafts"
          role="link"
          onPress={() => device.navigation.to(reportRoutes.mine.to())}
        >
          {homeTexts.reportDrafts(reports.drafts)}
        </Pressable>
      ) : null}
    </View>
  );
});

function NearbyList({ rows, hasDistance }: { rows: readonly Row[]; hasDistance: boolean }) {
  const { device } = useRootStore();
  const [nearest, ...others] = rows;
  const open = (station: Row) => device.navigation.to(stationRoutes.detail.to({ id: station.id }));
  const toAll = () => device.navigation.toTab(stationRoutes.list.to());
  if (!nearest) {
    return (
      <Still
        icon="clock"
        title={homeTexts.noneOpen}
        hint={homeTexts.noneOpenHint}
        action={{ text: homeTexts.all, onPress: toAll }}
      />
    );
  }
  return (
    <View className="home__columns">
      <View className="home__nearest">
        <View className="home__caption">{hasDistance ? homeTexts.nearest : homeTexts.nearestUnlocated}</View>
        <StationPlate station={nearest} onOpen={open} hasDistance={hasDistance} />
      </View>
      <View className="home__others card">
        <View className="home__others-head">
          <Heading level={2}>{hasDistance ? homeTexts.others : homeTexts.othersUnlocated}</Heading>
          <Pressable className="home__all" role="link" onPress={toAll}>
            {homeTexts.all}
            <Icon name="next" />
          </Pressable>
        </View>
        {others.slice(0, 3).map((station) => (
          <StationLine key={station.id} station={station} onOpen={open} hasDistance={hasDistance} />
        ))}
      </View>
    </View>
  );
}

function Home() {
  const { stations, whereabouts, communities, settings, checkIns, notices, device } = useRootStore();
  const load = () => {
    void communities.load();
    void stations.loadNearby();
  };
  const { locate, sheet } = useLocate(load);
  const scan = async () => {
    const text = await device.scanner.scan();
    if (text !== null) device.navigation.to(checkInRoutes.create.to({ q: text }));
  };
  const hasDistance = whereabouts.origin !== null;
  const isLocating = whereabouts.status === 'locating';
  return (
    <Screen
      isWide
      dock={
        <BigCheckInButton
          text={homeTexts.checkIn}
          onPress={() => device.navigation.to(checkInRoutes.create.to({}))}
          aside={{ text: homeTexts.scan, onPress: () => void scan() }}
        />
      }
    >
      <View className="home">
        <Greeting />
        <ReportEntry />
        {checkIns.queue.length > 0 ? <QueueNotice /> : null}
        {notices.unread > 0 ? <UnreadNotices /> : null}
        {hasDistance ? null : (
          <Pressable className="home__locate" onPress={locate} isDisabled={isLocating}>
            <Icon name="locate" />
            <View>{isLocating ? homeTexts.locating : homeTexts.locate}</View>
          </Pressable>
        )}
        {remoteView({
          remote: stations.nearby,
          onRetry: load,
          isOnline: settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rows) => <NearbyList rows={rows} hasDistance={hasDistance} />,
        })}
      </View>
      <NoticeChange />
      {sheet}
    </Screen>
  );
}

export default observer(Home);
