import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityGroups, type ActivityGroup, type ActivityRow } from '../../../contract/activities';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { Icon } from '../../ui/icon';
import { ListEnd } from '../../ui/list-end';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { ActivityCard } from '../activity-card';
import { activityGroupTexts, standingTag } from '../activity-text';
import { activityRoutes } from '../routes';
import './list.scss';
import { Filters } from './filters';
import { ActivityListStore, noWishes } from './list-store';
import { listTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '活动' });

const groups = [
  { value: 'all', text: texts.all },
  ...activityGroups.map((value) => ({ value, text: activityGroupTexts[value] })),
] as const;

const times = [
  { value: 'upcoming', text: texts.upcoming },
  { value: 'past', text: texts.past },
] as const;

const groupOf = (name: string | undefined): ActivityGroup | 'all' =>
  activityGroups.find((group) => group === name) ?? 'all';

const Rows = observer(({ store, rows }: { store: ActivityListStore; rows: readonly ActivityRow[] }) => {
  const { isNarrowed, when } = store;
  if (rows.length === 0) {
    return !isNarrowed ? (
      <Still icon="calendar" {...texts.empty[when]} />
    ) : (
      <Still
        icon="calendar"
        title={texts.emptyKind[when]}
        hint={texts.emptyKindHint}
        action={{ text: texts.showAll, onPress: () => void store.wish(noWishes) }}
      />
    );
  }
  return (
    <View className="activity-list__rows">
      {rows.map((activity) => (
        <ActivityCard
          key={activity.id}
          activity={activity}
          tag={standingTag(activity)}
          isQuiet={activity.state !== 'published'}
        />
      ))}
    </View>
  );
});

const Mine = observer(() => {
  const { device } = useRootStore();
  return (
    <Pressable
      className="activity-list__mine"
      role="link"
      onPress={() => device.navigation.to(activityRoutes.mine.to())}
    >
      <Icon name="calendar" />
      <View className="activity-list__mine-words">{texts.mine}</View>
      <Icon name="next" />
    </Pressable>
  );
});

function ActivityList() {
  const root = useRootStore();
  const { group } = activityRoutes.list.parse(useRouter().params);
  const [store] = useState(() => new ActivityListStore(root, groupOf(group)));
  const { pages } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => void pages.loadMore());
  return (
    <Screen title={texts.title}>
      <View className="activity-list">
        {root.sessions.isSignedIn ? <Mine /> : null}
        <Segments
          label={texts.times}
          value={store.when}
          options={times}
          onChange={(when) => void store.show(when)}
        />
        <Chips
          isScrolling
          label={texts.filter}
          value={store.wishes.group}
          options={groups}
          onChange={(value) => void store.wish({ group: value, kind: null })}
        />
        <Filters store={store} />
        {remoteView({
          remote: pages.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: (rows) => <Rows store={store} rows={rows} />,
        })}
        <ListEnd
          hasMore={pages.hasMore}
          isLoadingMore={pages.isLoadingMore}
          moreFailure={pages.moreFailure}
          onMore={() => void pages.loadMore()}
          count={pages.rows.data?.length ?? 0}
        />
      </View>
    </Screen>
  );
}

export default observer(ActivityList);
