import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ManagedActivityRow } from '../../../contract/activity-desk';
import { attendanceRoutes } from '../../attendances/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { LinkRow } from '../../ui/link-row';
import { ListEnd } from '../../ui/list-end';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { useIsWide } from '../../ui/wide-screen';
import { activityRoutes } from '../routes';
import { ActivityLine } from './activity-line';
import { ActivityView } from './activity-view';
import { Filters } from './filters';
import './list.scss';
import { managedFilters, ManagedListStore } from './list-store';
import { listTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '活动' });

const filters = managedFilters.map((value) => ({ value, text: texts.filters[value] }));

interface RowsProps {
  store: ManagedListStore;
  rows: readonly ManagedActivityRow[];
  chosenId: string | null;
  isWide: boolean;
  turn: number;
  onChoose: (id: string | null) => void;
}

const Rows = observer(({ store, rows, chosenId, isWide, turn, onChoose }: RowsProps) => {
  const { pages, filter, communityId } = store;
  if (rows.length === 0) {
    const { emptyNarrow: title, emptyNarrowHint: hint } = texts;
    return <Still icon="calendar" {...(store.isNarrowed ? { title, hint } : texts.empty[filter])} />;
  }
  return (
    <View className="activity-lines">
      {rows.map((activity) => {
        const isChosen = activity.id === chosenId;
        return (
          <View key={activity.id} className="activity-lines__one">
            <ActivityLine
              activity={activity}
              isChosen={isChosen}
              onChoose={() => onChoose(isChosen && !isWide ? null : activity.id)}
            />
            {isChosen && !isWide ? (
              <ActivityView
                communityId={communityId}
                activityId={activity.id}
                turn={turn}
                onChanged={() => void store.load()}
              />
            ) : null}
          </View>
        );
      })}
      <ListEnd
        hasMore={pages.hasMore}
        isLoadingMore={pages.isLoadingMore}
        moreFailure={pages.moreFailure}
        count={rows.length}
        onMore={() => void pages.loadMore()}
      />
    </View>
  );
});

/** What is beside the list, for who may. */
const Beside = observer(({ communityId }: { communityId: string }) => {
  const { device, sessions } = useRootStore();
  const desk = sessions.me?.memberships.find((one) => one.communityId === communityId)?.desk;
  if (!desk?.seeActivities) return null;
  return (
    <View className="card link-rows">
      <LinkRow
        icon="people"
        text={texts.pauses}
        hint={texts.pausesHint}
        onPress={() => device.navigation.to(attendanceRoutes.pauses.to({ communityId }))}
      />
    </View>
  );
});

function ManagedList() {
  const root = useRootStore();
  const { communityId = '', activityId } = activityRoutes.manage.parse(useRouter().params);
  const [store] = useState(() => new ManagedListStore(root, communityId));
  const [chosenId, setChosenId] = useState<string | null>(activityId ?? null);
  // A change made on another page is seen when one comes back.
  const [turn, setTurn] = useState(0);
  const isWide = useIsWide();
  const { pages } = store;
  useDidShow(() => {
    void store.load();
    setTurn((count) => count + 1);
  });
  useReachBottom(() => void pages.loadMore());
  const side = (
    <>
      {store.canCreate ? (
        <ActionButton
          icon="plus"
          kind="primary"
          text={texts.add}
          onPress={() => root.device.navigation.to(activityRoutes.edit.to({ communityId }))}
        />
      ) : null}
      <Beside communityId={communityId} />
      <Chips
        isScrolling
        label={texts.filter}
        value={store.filter}
        options={filters}
        onChange={(filter) => void store.show(filter)}
      />
      <Filters store={store} />
      {remoteView({
        remote: pages.rows,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (rows) => (
          <Rows
            turn={turn}
            store={store}
            rows={rows}
            chosenId={chosenId}
            isWide={isWide}
            onChoose={setChosenId}
          />
        ),
      })}
    </>
  );
  const main = chosenId ? (
    <ActivityView
      key={chosenId}
      turn={turn}
      communityId={communityId}
      activityId={chosenId}
      onChanged={() => void store.load()}
    />
  ) : (
    <Still icon="calendar" title={texts.pick} hint={texts.pickHint} />
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={isWide ? main : null} />
    </Screen>
  );
}

export default observer(ManagedList);
