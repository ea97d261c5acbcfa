import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Clerk, Invitation } from '../../../contract/merchants';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText, plainDateText, dayOf } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { PersonLine } from '../../ui/person-line';
import { Pressable } from '../../ui/pressable';
import { QrCode } from '../../ui/qr-code';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { merchantRoutes } from '../routes';
import './clerks.scss';
import { ClerksStore } from './clerks-store';
import { FailureNotice } from '../../ui/failure-notice';
import './mine.scss';
import { clerkTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '店员' });

/** Shown once: only whoever made it can pass it on. */
const InvitationView = observer(({ invitation }: { invitation: Invitation }) => {
  const { clipboard, feedback } = useRootStore().device;
  const { code, url, expiresAt } = invitation;
  const copy = async () => {
    if (await clipboard.copy(url)) feedback.toast(texts.copied);
  };
  return (
    <View className="card invitation">
      <Heading level={2}>{texts.invitation}</Heading>
      <QrCode text={url} label={texts.qrAlt} />
      <View className="invitation__code">{code}</View>
      <View className="hint">{texts.how}</View>
      <View className="invitation__until">
        {texts.once} · {texts.until(instantText(expiresAt))}
      </View>
      <ActionButton kind="primary" text={texts.copy} onPress={() => void copy()} />
    </View>
  );
});

interface RowProps {
  clerk: Clerk;
  isMe: boolean;
  onRemove: (clerk: Clerk) => void;
}

function Row({ clerk, isMe, onRemove }: RowProps) {
  const { nickname, avatarUrl } = clerk.person;
  return (
    <View className="clerk-row">
      <PersonLine
        nickname={isMe ? `${nickname}（${texts.me}）` : nickname}
        avatarUrl={avatarUrl}
        hint={texts.since(plainDateText(dayOf(clerk.joinedAt)))}
      />
      {isMe ? null : (
        <Pressable
          className="clerk-row__remove"
          label={texts.removeNamed(nickname)}
          onPress={() => onRemove(clerk)}
        >
          {texts.remove}
        </Pressable>
      )}
    </View>
  );
}

/** Asks before somebody, or oneself, is no clerk any more. */
const RemoveSheet = observer(
  ({ store, clerk, onClose }: { store: ClerksStore; clerk: Clerk | null; onClose: () => void }) => {
    const { sessions, device } = useRootStore();
    const isMe = clerk !== null && clerk.person.personId === sessions.me?.id;
    const isLast = store.clerks.data?.length === 1;
    const remove = async () => {
      const personId = clerk?.person.personId;
      onClose();
      if (personId === undefined || !(await store.remove(personId))) return;
      device.feedback.toast(isMe ? texts.left : texts.removed);
      if (isMe) device.navigation.replace(merchantRoutes.mine.to());
    };
    return (
      <ConfirmSheet
        isOpen={clerk !== null}
        title={isMe ? texts.leaveAsk : texts.removeAsk(clerk?.person.nickname ?? '')}
        hint={isMe ? (isLast ? texts.leaveLast : texts.leaveHint) : texts.removeHint}
        confirm={isMe ? texts.leave : texts.remove}
        onConfirm={() => void remove()}
        onClose={onClose}
      />
    );
  },
);

const Clerks = observer(({ merchantId }: { merchantId: string }) => {
  const root = useRootStore();
  const [store] = useState(() => new ClerksStore(root, merchantId));
  const [removing, setRemoving] = useState<Clerk | null>(null);
  useDidShow(() => void store.load());
  const myId = root.sessions.me?.id;
  const mine = store.clerks.data?.find(({ person }) => person.personId === myId);
  return (
    <Screen title={texts.title}>
      <View className="my-shops">
        <View>{texts.hint}</View>
        <FailureNotice working={store.working} />
        {remoteView({
          remote: store.clerks,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (clerks) => (
            <>
              {clerks.length > 0 ? (
                <View className="card">
                  {clerks.map((clerk) => (
                    <Row
                      key={clerk.person.personId}
                      clerk={clerk}
                      isMe={clerk.person.personId === myId}
                      onRemove={setRemoving}
                    />
                  ))}
                </View>
              ) : null}
              {store.invitation ? <InvitationView invitation={store.invitation} /> : null}
              <ActionButton
                kind={store.invitation ? 'secondary' : 'primary'}
                icon="plus"
                text={texts.invite}
                isWorking={store.working.isWorking}
                onPress={() => void store.invite()}
              />
              {mine ? (
                <ActionButton kind="quiet" icon="exit" text={texts.leave} onPress={() => setRemoving(mine)} />
              ) : null}
            </>
          ),
        })}
      </View>
      <RemoveSheet store={store} clerk={removing} onClose={() => setRemoving(null)} />
    </Screen>
  );
});

function ClerksPage() {
  const { sessions } = useRootStore();
  const { merchantId = '' } = merchantRoutes.clerks.parse(useRouter().params);
  return sessions.isSignedIn ? <Clerks merchantId={merchantId} /> : <SignInFirst title={texts.title} />;
}

export default observer(ClerksPage);
