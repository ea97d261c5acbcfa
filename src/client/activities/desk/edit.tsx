import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { activityRoutes } from '../routes';
import './edit.scss';
import { ActivityEditStore } from './edit-store';
import { editTexts as texts } from './edit-texts';
import { QuestionsEditor } from './questions-editor';
import { RiskFields } from './risk-fields';
import { SaveDock } from './save-dock';
import { WhatFields } from './what-fields';
import { WhenFields } from './when-fields';
import { WhereFields } from './where-fields';
import { WhoFields } from './who-fields';

definePageConfig({ navigationBarTitleText: '活动' });

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="card activity-edit__part">
      <Heading level={2}>{title}</Heading>
      {children}
    </View>
  );
}

const Fields = observer(({ store, communityId }: { store: ActivityEditStore; communityId: string }) => (
  <View className="activity-edit">
    <View className="activity-edit__kept">
      {store.isKept ? (
        <Notice icon="history" action={{ text: texts.restart, onPress: store.restart }}>
          {texts.kept}
        </Notice>
      ) : null}
    </View>
    <View className="activity-edit__columns">
      <View className="activity-edit__column">
        <Part title={texts.what}>
          <WhatFields store={store} />
        </Part>
        <Part title={texts.when}>
          <WhenFields store={store} />
        </Part>
        <Part title={texts.where}>
          <WhereFields store={store} communityId={communityId} />
        </Part>
      </View>
      <View className="activity-edit__column">
        <Part title={texts.who}>
          <WhoFields store={store} communityId={communityId} />
        </Part>
        <Part title={texts.questions}>
          <QuestionsEditor store={store} />
        </Part>
        <Part title={texts.risk}>
          <RiskFields store={store} />
        </Part>
      </View>
    </View>
  </View>
));

function ActivityEdit() {
  const root = useRootStore();
  const { communityId = '', activityId, copyOf } = activityRoutes.edit.parse(useRouter().params);
  const [store] = useState(() => new ActivityEditStore(root, { communityId, activityId, copyOf }));
  useLoad(() => void store.load());
  const isFresh = store.isNew && !copyOf;
  const isReady = isFresh || store.source.data !== null;
  const fields = <Fields store={store} communityId={communityId} />;
  return (
    <Screen
      title={store.isNew ? texts.newTitle : texts.title}
      isWide
      dock={isReady ? <SaveDock store={store} /> : null}
    >
      {isFresh
        ? fields
        : remoteView({
            remote: store.source,
            onRetry: () => void store.load(),
            isOnline: root.settings.isOnline,
            loading: <LoadingRows count={4} />,
            children: () => fields,
          })}
    </Screen>
  );
}

export default observer(ActivityEdit);
