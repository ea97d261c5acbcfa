import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ElderList } from '../../../contract/visits';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { visitRoutes } from '../routes';
import { ElderSheet } from './elder-sheet';
import { EldersStore } from './elders-store';
import { eldersTexts as texts } from './texts';
import './elders.scss';

definePageConfig({ navigationBarTitleText: '探访的老人' });

const Listed = observer(({ store, list }: { store: EldersStore; list: ElderList }) => (
  <>
    <Heading level={2}>{list.title}</Heading>
    {list.items.length === 0 ? <Still icon="people" {...texts.empty} /> : null}
    {list.items.length > 0 ? (
      <View className="card link-rows">
        {list.items.map(({ id, maskedName, volunteers }) => (
          <LinkRow
            key={id}
            icon="person"
            text={maskedName}
            hint={volunteers.map(({ nickname }) => nickname).join('、') || texts.nobody}
            onPress={() => void store.open(id)}
          />
        ))}
      </View>
    ) : null}
    <ElderSheet store={store} list={list} />
  </>
));

function Elders() {
  const root = useRootStore();
  const { communityId = '', activityId = '' } = visitRoutes.elders.parse(useRouter().params);
  const [store] = useState(() => new EldersStore(root, { communityId, activityId }));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen
      title={texts.title}
      dock={
        store.list.data ? (
          <ActionButton kind="primary" icon="plus" text={texts.add} onPress={store.begin} />
        ) : null
      }
    >
      <View className="elders">
        <View className="hint">{texts.lead}</View>
        <Notice icon="shield">{texts.privateHint}</Notice>
        {store.draft ? null : <FailureNotice working={store.working} />}
        {remoteView({
          remote: store.list,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (list) => <Listed store={store} list={list} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(Elders);
