import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { CheckIn } from '../../../contract/check-ins';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { stationRoutes } from '../../stations/routes';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { byDay } from '../moments';
import { timeText } from '../../ui/dates';
import { CheckInQueue } from '../check-in-queue';
import { checkInTexts, evidenceNames } from '../texts';
import './mine.scss';

definePageConfig({ navigationBarTitleText: '我的签到' });

const texts = checkInTexts.mine;

const Visit = observer(({ checkIn }: { checkIn: CheckIn }) => {
  const { device } = useRootStore();
  const { station, occurredAt, evidence, isLate } = checkIn;
  return (
    <Pressable
      className="visit"
      role="link"
      onPress={() => device.navigation.to(stationRoutes.detail.to({ id: station.id }))}
    >
      <View className="visit__time">{timeText(occurredAt)}</View>
      <View className="visit__words">
        <View className="visit__station">{station.name}</View>
        <View className="hint">
          {isLate ? `${evidenceNames[evidence]} · ${texts.late}` : evidenceNames[evidence]}
        </View>
      </View>
      <Icon name="next" className="visit__next" />
    </Pressable>
  );
});

const Visits = observer(({ rows }: { rows: readonly CheckIn[] }) => {
  const { checkIns, device } = useRootStore();
  if (rows.length === 0) {
    return checkIns.queue.length > 0 ? null : (
      <Still
        icon="stamp"
        title={texts.empty}
        hint={texts.emptyHint}
        action={{
          text: texts.toStations,
          icon: 'pin',
          onPress: () => device.navigation.toTab(stationRoutes.list.to()),
        }}
      />
    );
  }
  return (
    <>
      {byDay(rows, ({ occurredAt }) => occurredAt).map(({ day, title, rows: visits }) => (
        <View key={day} className="visits">
          <View className="visits__head">
            <Heading level={2}>{title}</Heading>
            <View className="hint">{texts.count(visits.length)}</View>
          </View>
          <View className="card visits__card">
            {visits.map((checkIn) => (
              <Visit key={checkIn.id} checkIn={checkIn} />
            ))}
          </View>
        </View>
      ))}
      {checkIns.isLoadingMore ? <View className="hint visits__end">{uiTexts.loadingMore}</View> : null}
    </>
  );
});

function MyCheckIns() {
  const { checkIns, sessions, settings, device } = useRootStore();
  const load = () => void checkIns.loadMine();
  useDidShow(load);
  useReachBottom(() => void checkIns.loadMoreMine());
  return (
    <Screen title={texts.title}>
      <View className="my-check-ins">
        <CheckInQueue />
        {sessions.isSignedIn ? (
          remoteView({
            remote: checkIns.mine,
            onRetry: load,
            isOnline: settings.isOnline,
            loading: <LoadingRows count={4} />,
            children: (rows) => <Visits rows={rows} />,
          })
        ) : (
          <Still
            icon="person"
            title={texts.signedOut}
            hint={texts.signedOutHint}
            action={{ text: texts.signIn, onPress: () => device.navigation.to(sessionRoutes.signIn.to()) }}
          />
        )}
      </View>
    </Screen>
  );
}

export default observer(MyCheckIns);
