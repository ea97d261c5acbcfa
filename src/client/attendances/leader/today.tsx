import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { MyDay } from '../../../contract/attendances';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { whenText } from '../day-text';
import { attendanceRoutes } from '../routes';
import { useAttendances } from '../use-attendances';
import { todayTexts as texts } from './texts';
import './today.scss';

definePageConfig({ navigationBarTitleText: '我带队的活动' });

const Day = observer(({ day }: { day: MyDay }) => {
  const { device, parts } = useRootStore();
  const store = useAttendances();
  const { activity, closedAt } = day;
  const { communityId, id } = activity;
  const now = parts.clock.now();
  const isOver = now > Date.parse(activity.closesAt);
  const isReady = store.codeOf(id) !== null;
  const to = (page: 'code' | 'list') => device.navigation.to(attendanceRoutes[page].to({ communityId, id }));
  return (
    <View className="card lead-day">
      <View className="lead-day__head">
        <Heading level={2}>{activity.title}</Heading>
        {closedAt ? <Tag text={texts.closed} tone="good" /> : null}
        {!closedAt && now > Date.parse(activity.endsAt) ? <Tag text={texts.notClosed} tone="warn" /> : null}
      </View>
      <View className="lead-day__line">
        <Icon name="clock" />
        <View>{whenText(activity, now)}</View>
      </View>
      {activity.place ? (
        <View className="lead-day__line">
          <Icon name="pin" />
          <View>{activity.place}</View>
        </View>
      ) : null}
      {isOver || closedAt ? null : (
        <View className={`lead-day__line ${isReady ? 'lead-day__line--good' : ''}`}>
          <Icon name={isReady ? 'check' : 'info'} />
          <View>{isReady ? texts.ready : texts.notReady}</View>
        </View>
      )}
      <View className="lead-day__actions">
        {isOver ? null : (
          <ActionButton kind="primary" icon="qr" text={texts.code} onPress={() => to('code')} />
        )}
        <ActionButton icon="list" text={texts.list} onPress={() => to('list')} />
      </View>
    </View>
  );
});

function Today() {
  const { sessions, settings } = useRootStore();
  const store = useAttendances();
  const load = () => void store.loadDays();
  useDidShow(load);
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="lead-days">
        <View className="hint">{texts.lead}</View>
        {remoteView({
          remote: store.days,
          onRetry: load,
          isOnline: settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (days) => {
            const led = days.filter(({ isLeader }) => isLeader);
            if (led.length === 0) return <Still icon="flag" title={texts.none} hint={texts.noneHint} />;
            return led.map((day) => <Day key={day.activity.id} day={day} />);
          },
        })}
      </View>
    </Screen>
  );
}

export default observer(Today);
