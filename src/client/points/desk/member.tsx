import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { EntryRows } from '../entry-rows';
import { pointRoutes } from '../routes';
import { CorrectionSheet } from './correction-sheet';
import { MemberPointsStore } from './member-store';
import { memberPointsTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '积分' });

const Entries = observer(({ store }: { store: MemberPointsStore }) => {
  const { entries } = store;
  if (entries.rows.data?.length === 0)
    return <Still icon="stamp" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <>
      <Heading level={2}>{texts.list}</Heading>
      <EntryRows pages={entries} />
    </>
  );
});

function MemberPoints() {
  const root = useRootStore();
  const { communityId = '', personId = '' } = pointRoutes.member.parse(useRouter().params);
  const [store] = useState(() => new MemberPointsStore(root, { communityId, personId }));
  const [isCorrecting, setIsCorrecting] = useState(false);
  const load = () => void store.load();
  useDidShow(load);
  useReachBottom(() => void store.entries.loadMore());
  return (
    <Screen title={texts.title}>
      <View className="points-desk">
        {remoteView({
          remote: store.account,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: ({ balance, can }) => (
            <>
              <View className="card points-desk__head">
                <View className="points-desk__balance">
                  <View>{texts.balance}</View>
                  <View className="points-desk__number">{balance}</View>
                  <View>{texts.unit}</View>
                </View>
                {can.correct ? (
                  <ActionButton text={texts.correct} onPress={() => setIsCorrecting(true)} />
                ) : (
                  <View className="hint">{texts.readOnly}</View>
                )}
              </View>
              <Entries store={store} />
            </>
          ),
        })}
      </View>
      <CorrectionSheet store={store} isOpen={isCorrecting} onClose={() => setIsCorrecting(false)} />
    </Screen>
  );
}

export default observer(MemberPoints);
