import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { screeningRoutes } from '../routes';
import { QueueStore } from './queue-store';
import { ScreeningCard } from './screening-card';
import { queueTexts as texts, viewNames } from './texts';
import './queue.scss';

definePageConfig({ navigationBarTitleText: '内容检查' });

const Failure = observer(({ store }: { store: QueueStore }) => {
  const { failure } = store;
  if (!failure) return null;
  const { title, hint } = failureWords(failure);
  const isConflict = failure.kind === 'refused' && failure.status === 409;
  return (
    <Notice icon="warning" tone="danger" hint={isConflict ? texts.reloaded : hint}>
      {title}
    </Notice>
  );
});

function Queue() {
  const root = useRootStore();
  const { communityId = '' } = screeningRoutes.queue.parse(useRouter().params);
  const [store] = useState(() => new QueueStore(root, communityId));
  const { pages, view } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => void pages.loadMore());
  const empty =
    view === 'waiting' ? (
      <Still icon="check" title={texts.empty} hint={texts.emptyHint} />
    ) : (
      <Still icon="shield" title={texts.nothingYet} hint={texts.nothingYetHint} />
    );
  return (
    <Screen title={texts.title}>
      <View className="screenings">
        <View className="hint">{texts.lead}</View>
        <Chips
          label={texts.filter}
          value={view}
          options={[
            { value: 'waiting' as const, text: texts.waiting(store.waiting) },
            { value: 'decided' as const, text: viewNames.decided },
          ]}
          onChange={(chosen) => void store.setView(chosen)}
        />
        <Failure store={store} />
        {remoteView({
          remote: pages.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rows) => (
            <View className="screenings">
              {rows.length === 0 ? empty : null}
              {rows.map((screening) => (
                <ScreeningCard key={screening.id} store={store} screening={screening} />
              ))}
              <ListEnd
                hasMore={pages.hasMore}
                isLoadingMore={pages.isLoadingMore}
                moreFailure={pages.moreFailure}
                count={rows.length}
                onMore={() => void pages.loadMore()}
              />
            </View>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(Queue);
