import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Consultation } from '../../../contract/consultations';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ListEnd } from '../../ui/list-end';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { consultationRoutes } from '../routes';
import { spanText, wayNames } from '../when-text';
import { MyConsultationsStore } from './mine-store';
import { mineTexts as texts, stateNames } from './texts';
import './mine.scss';

definePageConfig({ navigationBarTitleText: '我的预约' });

const which = [
  { value: 'ahead', text: texts.ahead },
  { value: 'over', text: texts.over },
] as const;

const Row = observer(({ one }: { one: Consultation }) => {
  const { device } = useRootStore();
  const { id, state, department, way, place } = one;
  return (
    <Pressable
      className="card consultation-row"
      role="link"
      onPress={() => device.navigation.to(consultationRoutes.detail.to({ id }))}
    >
      <View className="consultation-row__head">
        <View className="consultation-row__when">{spanText(one)}</View>
        <Tag text={stateNames[state]} tone={state === 'booked' ? 'good' : 'plain'} />
      </View>
      <View>{department.name}</View>
      <View className="hint">{[wayNames[way], place].filter(Boolean).join(' · ')}</View>
    </Pressable>
  );
});

function Mine() {
  const root = useRootStore();
  const [store] = useState(() => new MyConsultationsStore(root));
  const { pages } = store;
  const load = () => void store.load();
  useDidShow(load);
  useReachBottom(() => void pages.loadMore());
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  const book = () => root.device.navigation.to(consultationRoutes.book.to());
  return (
    <Screen title={texts.title} dock={<ActionButton kind="primary" text={texts.book} onPress={book} />}>
      <View className="my-consultations">
        <Segments
          label={texts.filter}
          value={store.which}
          options={which}
          onChange={(other) => void store.show(other)}
        />
        {remoteView({
          remote: pages.rows,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rows) =>
            rows.length === 0 ? (
              <Still icon="calendar" {...texts.empty[store.which]} />
            ) : (
              <View className="my-consultations">
                {rows.map((one) => (
                  <Row key={one.id} one={one} />
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

export default observer(Mine);
