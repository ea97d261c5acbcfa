import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { durationText, type CorrectionCase } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { dateText, instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { serviceRoutes } from '../routes';
import { CorrectionsStore, type CorrectionView } from './corrections-store';
import { DecideSheet } from './decide-sheet';
import { correctionsTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '时长更正' });

const views: readonly CorrectionView[] = ['asked', 'granted', 'declined'];

const Card = observer(({ store, one }: { store: CorrectionsStore; one: CorrectionCase }) => {
  const { record, wasMinutes, proposedMinutes, grantedMinutes, reason, reply, askedAt, can } = one;
  return (
    <View className="card service-desk__card">
      <Heading level={2}>{record.volunteer?.nickname ?? ''}</Heading>
      <View>{`${dateText(record.servedOn)} · ${record.content}`}</View>
      <View className="service-desk__top">
        <View className="service-desk__words">{texts.from(durationText(wasMinutes))}</View>
        <View className="service-desk__time">
          {grantedMinutes === null
            ? texts.to(durationText(proposedMinutes))
            : texts.granted(durationText(grantedMinutes))}
        </View>
      </View>
      {reason ? <View className="service-desk__words">{reason}</View> : null}
      {reply ? <View className="service-desk__words">{texts.replied(reply)}</View> : null}
      <View className="hint">{instantText(askedAt)}</View>
      {can.decide ? <ActionButton text={texts.decide} onPress={() => store.show(one)} /> : null}
    </View>
  );
});

function Corrections() {
  const root = useRootStore();
  const { communityId } = serviceRoutes.corrections.parse(useRouter().params);
  const [store] = useState(() => new CorrectionsStore(root, communityId));
  const { rows, view } = store;
  useDidShow(() => {
    if (root.sessions.isSignedIn) void store.load();
  });
  useReachBottom(() => void rows.loadMore());
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  const empty =
    view === 'asked' ? (
      <Still icon="check" title={texts.empty} hint={texts.emptyHint} />
    ) : (
      <Still icon="clock" title={texts.nothing} hint={texts.nothingHint} />
    );
  return (
    <Screen title={texts.title}>
      <View className="service-desk">
        <View className="hint">{texts.lead}</View>
        <Chips
          label={texts.filter}
          value={view}
          options={views.map((value) => ({ value, text: texts.views[value] }))}
          onChange={(chosen) => void store.setView(chosen)}
        />
        {remoteView({
          remote: rows.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (list) => (
            <View className="service-desk">
              {list.length === 0 ? empty : null}
              {list.map((one) => (
                <Card key={one.id} store={store} one={one} />
              ))}
              <ListEnd
                hasMore={rows.hasMore}
                isLoadingMore={rows.isLoadingMore}
                moreFailure={rows.moreFailure}
                count={list.length}
                onMore={() => void rows.loadMore()}
              />
            </View>
          ),
        })}
        {store.open ? <DecideSheet key={store.open.id} store={store} open={store.open} /> : null}
      </View>
    </Screen>
  );
}

export default observer(Corrections);
