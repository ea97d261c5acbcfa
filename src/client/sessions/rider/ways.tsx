import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Identity, Me } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords } from '../../ui/state-views';
import { LinksStore } from '../links-store';
import { phoneText } from '../phone-number';
import { sessionRoutes } from '../routes';
import { waysTexts as texts, wayNames } from '../texts';
import './ways.scss';

definePageConfig({ navigationBarTitleText: '登录方式' });

interface WayProps {
  identity: Identity;
  me: Me;
  onUnlink: () => void;
}

const Way = observer(({ identity: { kind, linkedAt }, me, onUnlink }: WayProps) => (
  <View className="way">
    <View className="way__words">
      <View className="way__name">
        {kind === 'phone' && me.phone ? `${texts.phone} ${phoneText(me.phone)}` : wayNames[kind]}
      </View>
      <View className="hint">{texts.since(instantText(linkedAt))}</View>
    </View>
    {me.identities.length > 1 ? (
      <Pressable className="way__unlink" label={`${texts.unlink} ${wayNames[kind]}`} onPress={onUnlink}>
        {texts.unlink}
      </Pressable>
    ) : null}
  </View>
));

const Outcome = observer(({ store }: { store: LinksStore }) => {
  if (store.isMerged) {
    return (
      <Notice icon="check" tone="good" hint={texts.mergedHint}>
        {texts.merged}
      </Notice>
    );
  }
  if (!store.failure) return null;
  const { title, hint } = failureWords(store.failure);
  return (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
});

function Ways() {
  const root = useRootStore();
  const { sessions, device } = root;
  const [store] = useState(() => new LinksStore(root));
  const [unlinking, setUnlinking] = useState<Identity | null>(null);
  const { me } = sessions;
  if (!me) return <SignInFirst title={texts.title} />;
  const has = (kind: Identity['kind']) => me.identities.some((identity) => identity.kind === kind);
  const unlink = async (identity: Identity | null) => {
    setUnlinking(null);
    if (identity && (await store.unlink(identity.id))) device.feedback.toast(texts.unlinked);
  };
  return (
    <Screen title={texts.title}>
      <View className="ways">
        <View className="hint">{texts.lead}</View>
        <Outcome store={store} />
        <View className="card ways__list">
          {me.identities.map((identity) => (
            <Way key={identity.id} identity={identity} me={me} onUnlink={() => setUnlinking(identity)} />
          ))}
        </View>
        {me.identities.length === 1 ? <View className="hint">{texts.only}</View> : null}
        {!has('wechat') && sessions.canUseWechat ? (
          <ActionButton
            text={texts.linkWechat}
            isWorking={store.isWorking}
            onPress={() => void store.linkWechat()}
          />
        ) : null}
        {has('phone') ? null : (
          <ActionButton
            icon="phone"
            text={texts.linkPhone}
            onPress={() => device.navigation.to(sessionRoutes.phone.to())}
          />
        )}
      </View>
      <ConfirmSheet
        isOpen={unlinking !== null}
        title={texts.unlinkAsk(unlinking ? wayNames[unlinking.kind] : '')}
        hint={texts.unlinkHint}
        confirm={texts.unlink}
        onConfirm={() => void unlink(unlinking)}
        onClose={() => setUnlinking(null)}
      />
    </Screen>
  );
}

export default observer(Ways);
