import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { SignUp } from '../../../contract/activities';
import { useRootStore } from '../../root-store';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { ActivityCard } from '../activity-card';
import { signUpTag } from '../activity-text';
import { activityRoutes } from '../routes';
import { MySignUpsStore } from './mine-store';
import { mineTexts as texts } from './texts';
import './list.scss';

definePageConfig({ navigationBarTitleText: '我的报名' });

const times = [
  { value: 'upcoming', text: texts.upcoming },
  { value: 'past', text: texts.past },
] as const;

const isOff = ({ state, activity }: SignUp): boolean =>
  state === 'cancelled' || state === 'removed' || activity.state !== 'published';

function MySignUps() {
  const root = useRootStore();
  const [store] = useState(() => new MySignUpsStore(root));
  const { pages, when } = store;
  const load = () => void store.load();
  useDidShow(load);
  useReachBottom(() => void pages.loadMore());
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  const find = { text: texts.find, onPress: () => root.device.navigation.to(activityRoutes.list.to()) };
  return (
    <Screen title={texts.title}>
      <View className="activity-list">
        <Segments
          label={texts.filter}
          value={when}
          options={times}
          onChange={(other) => void store.show(other)}
        />
        {remoteView({
          remote: pages.rows,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rows) =>
            rows.length === 0 ? (
              <Still icon="calendar" {...texts.empty[when]} action={find} />
            ) : (
              <View className="activity-list__rows">
                {rows.map((signUp) => (
                  <ActivityCard
                    key={signUp.id}
                    activity={signUp.activity}
                    tag={signUpTag(signUp)}
                    isQuiet={isOff(signUp)}
                  />
                ))}
              </View>
            ),
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

export default observer(MySignUps);
