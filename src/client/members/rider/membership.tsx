import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Community } from '../../../contract/communities';
import type { Membership } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { distanceText } from '../../ui/texts';
import { memberRoutes } from '../routes';
import { JoinedCard } from './joined-card';
import { MembershipStore } from './membership-store';
import { membershipTexts as texts } from './texts';
import './membership.scss';

definePageConfig({ navigationBarTitleText: '我的社区身份' });

const Mine = observer(({ store }: { store: MembershipStore }) => {
  const { device } = useRootStore();
  const [leaving, setLeaving] = useState<Membership | null>(null);
  const leave = async () => {
    const id = leaving?.communityId;
    setLeaving(null);
    if (id !== undefined && (await store.leave(id))) device.feedback.toast(texts.left);
  };
  return (
    <View className="membership__part">
      <Heading level={2} className="membership__head">
        {texts.mine}
      </Heading>
      {store.mine.length === 0 ? (
        <View className="card">
          <Heading level={3}>{texts.none}</Heading>
          <View className="hint">{texts.noneHint}</View>
        </View>
      ) : null}
      {store.mine.map((membership) => (
        <JoinedCard key={membership.communityId} store={store} membership={membership} onLeave={setLeaving} />
      ))}
      <ConfirmSheet
        isOpen={leaving !== null}
        title={texts.leaveAsk(leaving?.communityName ?? '')}
        hint={texts.leaveHint}
        confirm={texts.leave}
        onConfirm={() => void leave()}
        onClose={() => setLeaving(null)}
      />
    </View>
  );
});

const More = observer(({ store }: { store: MembershipStore }) => {
  const { device } = useRootStore();
  if (store.mine.length === 0) return null;
  return (
    <View className="membership__part">
      <Heading level={2} className="membership__head">
        {texts.more}
      </Heading>
      <View className="card link-rows">
        <LinkRow
          icon="badge"
          text={texts.grid}
          hint={texts.gridHint}
          onPress={() => device.navigation.to(memberRoutes.grid.to())}
        />
        <LinkRow
          icon="flag"
          text={texts.party}
          hint={texts.partyHint}
          onPress={() => device.navigation.to(memberRoutes.party.to())}
        />
      </View>
    </View>
  );
});

const Joinable = observer(({ store, community }: { store: MembershipStore; community: Community }) => {
  const { device } = useRootStore();
  const { id, name, district, subdistrict, distanceM } = community;
  const join = async () => {
    if (await store.join(id)) device.feedback.toast(texts.joined);
  };
  const where = `${district}${subdistrict}`;
  return (
    <View className="joinable">
      <View className="joinable__words">
        <View className="joinable__name">{name}</View>
        <View className="hint">
          {distanceM === null ? where : `${where} · ${texts.away(distanceText(distanceM))}`}
        </View>
      </View>
      <Pressable
        className="joinable__join"
        label={texts.joinNamed(name)}
        isDisabled={store.workingOn !== null}
        onPress={() => void join()}
      >
        {texts.joinOne}
      </Pressable>
    </View>
  );
});

function Membership() {
  const root = useRootStore();
  const [store] = useState(() => new MembershipStore(root));
  const { sessions, communities, settings, device } = root;
  useDidShow(() => void store.load());
  if (!sessions.isSignedIn) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="person"
          title={texts.signedOut}
          hint={texts.signedOutHint}
          action={{ text: texts.signIn, onPress: () => device.navigation.to(sessionRoutes.signIn.to()) }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title}>
      <View className="membership">
        {store.failure ? (
          <Notice icon="warning" tone="danger" hint={failureWords(store.failure).hint}>
            {failureWords(store.failure).title}
          </Notice>
        ) : null}
        <Mine store={store} />
        <More store={store} />
        <View className="membership__part">
          <Heading level={2} className="membership__head">
            {texts.join}
          </Heading>
          {remoteView({
            remote: communities.list,
            onRetry: () => void communities.load(),
            isOnline: settings.isOnline,
            loading: <LoadingRows count={1} />,
            children: () => (
              <View className="card">
                {store.others.length === 0 ? <View className="hint">{texts.noOthers}</View> : null}
                {store.others.map((community) => (
                  <Joinable key={community.id} store={store} community={community} />
                ))}
              </View>
            ),
          })}
        </View>
      </View>
    </Screen>
  );
}

export default observer(Membership);
