import { View } from '@tarojs/components';
import { useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { gridTaskKinds, type GridTask } from '../../../contract/report-checks';
import { useRootStore } from '../../root-store';
import { LinkRow } from '../../ui/link-row';
import { ListEnd } from '../../ui/list-end';
import { OriginNotice } from '../../ui/origin-notice';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { useLocate } from '../../ui/use-locate';
import { reportRoutes } from '../routes';
import { isNotGrid, NotGrid } from './not-grid';
import { TaskLine } from './task-line';
import './tasks.scss';
import { TasksStore } from './tasks-store';
import { tasksTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '网格任务' });

interface RowsProps {
  store: TasksStore;
  rows: readonly GridTask[];
  onOpen: (task: GridTask) => void;
}

const Rows = observer(({ store, rows, onOpen }: RowsProps) => {
  const { tasks, kind, begun } = store;
  if (rows.length === 0)
    return <Still icon={kind === 'verify' ? 'search' : 'check'} {...texts.empty[kind]} />;
  return (
    <View className="grid-tasks__rows">
      {rows.map((task) => (
        <TaskLine key={task.id} task={task} isBegun={begun.has(task.id)} onOpen={onOpen} />
      ))}
      <ListEnd
        hasMore={tasks.hasMore}
        isLoadingMore={tasks.isLoadingMore}
        moreFailure={tasks.moreFailure}
        count={rows.length}
        onMore={() => void tasks.loadMore()}
      />
    </View>
  );
});

const Tasks = observer(() => {
  const root = useRootStore();
  const { communityId = '', kind } = reportRoutes.gridTasks.parse(useRouter().params);
  const [store] = useState(
    () => new TasksStore(root, communityId, kind === 'verify' ? 'verify' : 'assigned'),
  );
  const { device, settings } = root;
  const { locate, sheet } = useLocate(() => void store.load());
  useReachBottom(() => void store.tasks.loadMore());
  const { rows } = store.tasks;
  if (isNotGrid(rows)) return <NotGrid failure={rows.failure} />;
  const open = (task: GridTask) => {
    store.keepCopy(task);
    device.navigation.to(reportRoutes.gridTask.to({ communityId, id: task.id, kind: task.kind }));
  };
  return (
    <View className="grid-tasks">
      <Segments
        label={texts.kinds}
        value={store.kind}
        options={gridTaskKinds.map((value) => ({ value, text: texts.kind[value] }))}
        onChange={(chosen) => void store.choose(chosen)}
      />
      <View className="hint">{texts.lead[store.kind]}</View>
      <OriginNotice unlocated={store.kind === 'assigned' ? texts.byDue : texts.byWaiting} onLocate={locate} />
      {remoteView({
        remote: rows,
        onRetry: () => void store.load(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (found) => <Rows store={store} rows={found} onOpen={open} />,
      })}
      <View className="card link-rows">
        <LinkRow
          icon="list"
          text={texts.toFigures}
          hint={texts.toFiguresHint}
          onPress={() => device.navigation.to(reportRoutes.gridFigures.to({ communityId }))}
        />
      </View>
      {sheet}
    </View>
  );
});

function GridTasks() {
  const { sessions } = useRootStore();
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <Tasks />
    </Screen>
  );
}

export default observer(GridTasks);
