import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import { ActivityCard } from '../../activities/activity-card';
import { standingTag } from '../../activities/activity-text';
import { activityRoutes } from '../../activities/routes';
import type { BulletinRow } from '../../../contract/bulletins';
import { bulletinRoutes } from '../../bulletins/routes';
import { consultationRoutes } from '../../consultations/routes';
import { requestRoutes } from '../../requests/routes';
import { serviceRoutes } from '../../service-records/routes';
import { useRootStore } from '../../root-store';
import { dateText, dayOf } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon, type IconName } from '../../ui/icon';
import { NoticeChange } from '../../ui/notice-change';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { servicesTexts as texts } from '../texts';
import './overview.scss';
import { OverviewStore } from './overview-store';

definePageConfig({ navigationBarTitleText: '服务' });

interface Entry {
  name: keyof typeof texts.entries;
  icon: IconName;
  open(): void;
}

function Entries() {
  const { device, reports } = useRootStore();
  const { navigation } = device;
  const entries: Entry[] = [
    { name: 'request', icon: 'chat', open: () => navigation.to(requestRoutes.create.to()) },
    { name: 'consultation', icon: 'clock', open: () => navigation.to(consultationRoutes.book.to()) },
    { name: 'report', icon: 'camera', open: () => void reports.photograph() },
    { name: 'activities', icon: 'calendar', open: () => navigation.to(activityRoutes.list.to()) },
    { name: 'mine', icon: 'history', open: () => navigation.to(requestRoutes.mine.to()) },
    { name: 'hours', icon: 'star', open: () => navigation.to(serviceRoutes.mine.to()) },
  ];
  return (
    <View className="services__entries">
      {entries.map(({ name, icon, open }) => (
        <Pressable key={name} className="services__entry" role="link" onPress={open}>
          <View className="services__entry-icon">
            <Icon name={icon} />
          </View>
          <View className="services__entry-words">
            <View className="services__entry-title">{texts.entries[name].title}</View>
            <View className="hint">{texts.entries[name].hint}</View>
          </View>
        </Pressable>
      ))}
    </View>
  );
}

function Part({
  title,
  all,
  onAll,
  children,
}: {
  title: string;
  all: string;
  onAll(): void;
  children: ReactNode;
}) {
  return (
    <View className="services__part">
      <View className="services__part-head">
        <Heading level={2}>{title}</Heading>
        <Pressable className="services__all" role="link" onPress={onAll}>
          {all}
          <Icon name="next" />
        </Pressable>
      </View>
      {children}
    </View>
  );
}

const BulletinLine = observer(({ bulletin }: { bulletin: BulletinRow }) => {
  const { device } = useRootStore();
  const { id, title, author, publishedAt, isPinned, isNew } = bulletin;
  return (
    <Pressable
      className="services__bulletin"
      role="link"
      onPress={() => device.navigation.to(bulletinRoutes.detail.to({ id }))}
    >
      <View className="services__bulletin-title">{title}</View>
      <View className="services__bulletin-foot">
        {isPinned ? <Tag text={texts.pinned} tone="accent" /> : null}
        {isNew ? <Tag text={texts.isNew} tone="warn" /> : null}
        <View className="hint">{`${author} · ${dateText(dayOf(publishedAt))}`}</View>
      </View>
    </Pressable>
  );
});

const Bulletins = observer(({ store }: { store: OverviewStore }) => {
  const { device, settings } = useRootStore();
  return (
    <Part
      title={texts.bulletins}
      all={texts.allBulletins}
      onAll={() => device.navigation.to(bulletinRoutes.list.to())}
    >
      {remoteView({
        remote: store.bulletins,
        onRetry: () => void store.loadBulletins(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still icon="bulletin" title={texts.noBulletins} hint={texts.noBulletinsHint} />
          ) : (
            <View className="card services__bulletins">
              {rows.map((bulletin) => (
                <BulletinLine key={bulletin.id} bulletin={bulletin} />
              ))}
            </View>
          ),
      })}
    </Part>
  );
});

const Activities = observer(({ store }: { store: OverviewStore }) => {
  const { device, settings } = useRootStore();
  return (
    <Part
      title={texts.activities}
      all={texts.allActivities}
      onAll={() => device.navigation.to(activityRoutes.list.to())}
    >
      {remoteView({
        remote: store.activities,
        onRetry: () => void store.loadActivities(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still icon="calendar" title={texts.noActivities} hint={texts.noActivitiesHint} />
          ) : (
            <View className="services__activities">
              {rows.map((activity) => (
                <ActivityCard key={activity.id} activity={activity} tag={standingTag(activity)} />
              ))}
            </View>
          ),
      })}
    </Part>
  );
});

/** The community's services, and the beginning of what is new in each. */
function ServicesOverview() {
  const root = useRootStore();
  const [store] = useState(() => new OverviewStore(root));
  useDidShow(() => void store.load());
  return (
    <Screen isWide>
      <View className="services">
        <View className="services__head">
          <Heading level={1}>{texts.title}</Heading>
          <View className="services__wish">{texts.wish}</View>
        </View>
        <Entries />
        <View className="services__columns">
          <Activities store={store} />
          <Bulletins store={store} />
        </View>
      </View>
      <NoticeChange />
    </Screen>
  );
}

export default observer(ServicesOverview);
