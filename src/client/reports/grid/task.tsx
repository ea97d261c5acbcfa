import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { useLoadAround } from '../../ui/use-locate';
import { reportCategoryTexts, reportNumberText, reportStateTexts } from '../report-text';
import { reportRoutes } from '../routes';
import { DueLine } from './due-line';
import { isNotGrid, NotGrid } from './not-grid';
import type { ShownTask } from './shown-task';
import { TaskHistory } from './task-history';
import { TaskPhotos } from './task-photos';
import { TaskPlace } from './task-place';
import { TaskStore } from './task-store';
import './task.scss';
import { taskTexts as texts, tasksTexts, workTexts } from './texts';
import type { WorkAction } from './work';
import { WorkSheet } from './work-sheet';

definePageConfig({ navigationBarTitleText: '任务' });

const icons: Record<WorkAction, Parameters<typeof LinkRow>[0]['icon']> = {
  verify: 'camera',
  accept: 'check',
  resolve: 'check',
  resume: 'retry',
  schedule: 'clock',
  ask: 'person',
  transfer: 'exit',
  giveBack: 'back',
};

/** How it stands, where nothing is to be done. */
function Standing({ task }: { task: ShownTask }) {
  const { state, question } = task;
  if (state === 'resolved' && !task.can.includes('verify'))
    return (
      <Notice icon="check" tone="good" hint={texts.resolvedHint}>
        {texts.resolved}
      </Notice>
    );
  if (state === 'reopen_requested') return <Notice icon="info">{texts.reopenRequested}</Notice>;
  if (state === 'info_requested')
    return (
      <Notice icon="clock" tone="warn" {...(question && { hint: question })}>
        {texts.question}
      </Notice>
    );
  return null;
}

const Body = observer(({ store, task }: { store: TaskStore; task: ShownTask }) => {
  const { name, tone } = reportStateTexts[task.state];
  const more = task.can.slice(1);
  return (
    <View className="grid-task">
      <View className="card">
        <View className="grid-task__title">
          <Heading level={1}>{reportCategoryTexts[task.category]}</Heading>
          <Tag text={name} tone={tone} />
        </View>
        <View className="grid-task__facts">
          <View className="hint">{reportNumberText(task.number)}</View>
          <DueLine task={task} />
        </View>
        {task.words ? <View className="grid-task__words">{task.words}</View> : null}
      </View>
      <Standing task={task} />
      <TaskPhotos photos={task.photos} />
      <TaskPlace task={task} />
      {more.length > 0 ? (
        <View className="card">
          <Heading level={2}>{texts.more}</Heading>
          <View className="link-rows">
            {more.map((action) => (
              <LinkRow
                key={action}
                icon={icons[action]}
                text={workTexts[action].name}
                {...(store.work.hasBegun(action) && { extra: tasksTexts.kept })}
                onPress={() => store.work.open(action)}
              />
            ))}
          </View>
        </View>
      ) : null}
      <TaskHistory entries={task.history} />
      <WorkSheet store={store.work} />
    </View>
  );
});

/** It is over for them: by what they did, or without them. */
const Over = observer(({ store }: { store: TaskStore }) => {
  const { device } = useRootStore();
  const { communityId, kind } = store.ids;
  const words = store.ended
    ? { icon: 'check' as const, title: workTexts[store.ended].done, hint: '' }
    : { icon: 'info' as const, title: texts.gone[kind], hint: texts.goneHint[kind] };
  const back = () => device.navigation.back(reportRoutes.gridTasks.to({ communityId, kind }));
  return <Still {...words} action={{ text: texts.toTasks, onPress: back }} />;
});

const Task = observer(() => {
  const root = useRootStore();
  const { communityId = '', id = '', kind } = reportRoutes.gridTask.parse(useRouter().params);
  const [store] = useState(() => {
    return new TaskStore(root, {
      communityId,
      reportId: id,
      kind: kind === 'verify' ? 'verify' : 'assigned',
    });
  });
  useLoadAround(() => void store.load());
  const task = store.task.data?.task;
  const [first] = task?.can ?? [];
  return (
    <Screen
      title={texts.title}
      dock={
        first ? (
          <ActionButton
            kind="primary"
            icon={icons[first]}
            text={workTexts[first].name}
            onPress={() => store.work.open(first)}
          />
        ) : null
      }
    >
      {isNotGrid(store.task) ? (
        <NotGrid failure={store.task.failure} />
      ) : (
        remoteView({
          remote: store.task,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: (found) =>
            found.task ? <Body store={store} task={found.task} /> : <Over store={store} />,
        })
      )}
    </Screen>
  );
});

function GridTask() {
  const { sessions } = useRootStore();
  return sessions.isSignedIn ? <Task /> : <SignInFirst title={texts.title} />;
}

export default observer(GridTask);
