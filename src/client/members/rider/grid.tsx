import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { GridMembership } from '../../../contract/members';
import type { Membership } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { Notice } from '../../ui/notice';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { GridForm, GridIntro } from './grid-form';
import { GridMember, GridWaiting } from './grid-state';
import { GridStore } from './grid-store';
import { InCommunity } from './in-community';
import { gridTexts as texts, membershipTexts } from './texts';
import './grid.scss';

definePageConfig({ navigationBarTitleText: '流动网格员' });

/** Has been one, or has asked to be: may apply again. */
const Again = observer(({ store, before }: { store: GridStore; before: GridMembership }) => {
  useEffect(() => store.takeUp(before), [store, before]);
  const { state, reason } = before;
  return (
    <>
      {state === 'declined' ? (
        <Notice icon="info" tone="warn" hint={texts.declinedHint}>
          {reason ? `${texts.declined}：${reason}` : texts.declined}
        </Notice>
      ) : null}
      {state === 'left' ? <Notice icon="info">{texts.before}</Notice> : null}
      <GridIntro />
      <GridForm store={store} title={texts.again} />
    </>
  );
});

const Mine = observer(({ store, community }: { store: GridStore; community: Membership }) => {
  const membership = store.mine.data?.membership ?? null;
  if (membership?.state === 'applied') return <GridWaiting store={store} membership={membership} />;
  if (membership?.state === 'active' || membership?.state === 'paused') {
    return <GridMember store={store} membership={membership} community={community} />;
  }
  if (membership) return <Again store={store} before={membership} />;
  return (
    <>
      <GridIntro />
      <GridForm store={store} title={texts.apply} />
    </>
  );
});

const Grid = observer(({ community }: { community: Membership }) => {
  const root = useRootStore();
  const [store] = useState(() => new GridStore(root, community.communityId));
  const load = () => void store.load();
  useDidShow(load);
  // A page that is shown already has had its turn.
  useEffect(() => void store.load(), [store]);
  return (
    <View className="grid-page">
      {community.status === 'paused' ? (
        <Notice icon="warning" tone="warn" hint={membershipTexts.pausedHint}>
          {membershipTexts.paused}
        </Notice>
      ) : null}
      {store.failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      {remoteView({
        remote: store.mine,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: () => <Mine store={store} community={community} />,
      })}
    </View>
  );
});

export default function GridPage() {
  return (
    <InCommunity title={texts.title}>
      {(community) => <Grid key={community.communityId} community={community} />}
    </InCommunity>
  );
}
