import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { Notice as Told } from '../../../contract/notices';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { instantText } from '../../ui/dates';
import { Icon, type IconName } from '../../ui/icon';
import { ListEnd } from '../../ui/list-end';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { targetOf } from '../links';
import { noticeRoutes } from '../routes';
import { inboxTexts as texts } from '../texts';
import './inbox.scss';

definePageConfig({ navigationBarTitleText: '我的消息' });

const icons: Record<Told['kind'], IconName> = {
  grid_decision: 'badge',
  merchant_decision: 'shop',
  redemption: 'shop',
  report: 'flag',
  case: 'warning',
  attendance: 'calendar',
  bulletin: 'bulletin',
  request: 'bell',
  request_case: 'warning',
  consultation: 'calendar',
  activity: 'calendar',
  membership: 'people',
  roles: 'shield',
  service: 'star',
  points: 'stamp',
  account: 'person',
};

/** A cloud newer than this app may tell of more. */
const iconOf = (kind: string): IconName => (icons as Partial<Record<string, IconName>>)[kind] ?? 'bell';

const Row = observer(({ told }: { told: Told }) => {
  const { notices, device } = useRootStore();
  const isUnread = told.readAt === null;
  const target = targetOf(told.link);
  const open = () => {
    void notices.read(told);
    if (target?.isTab) device.navigation.toTab(target.url);
    else if (target) device.navigation.to(target.url);
  };
  const when = instantText(told.createdAt);
  return (
    <Pressable
      className={`told ${isUnread ? 'told--unread' : ''}`}
      role={target ? 'link' : 'button'}
      onPress={open}
    >
      <View className="told__picture">
        <Icon name={iconOf(told.kind)} />
      </View>
      <View className="told__words">
        <View className="told__top">
          <View className="told__title">{told.title}</View>
          <View>{isUnread ? <Tag text={texts.unread} tone="accent" /> : null}</View>
        </View>
        <View className="told__text">{told.text}</View>
        <View className="hint">{told.communityName ? `${told.communityName} · ${when}` : when}</View>
        {target ? (
          <View className="told__open">
            {texts.open}
            <Icon name="next" />
          </View>
        ) : null}
      </View>
    </Pressable>
  );
});

const Rows = observer(({ rows }: { rows: readonly Told[] }) => {
  const { notices } = useRootStore();
  if (rows.length === 0) return <Still icon="bell" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <>
      <View className="inbox__rows">
        {rows.map((told) => (
          <Row key={told.id} told={told} />
        ))}
      </View>
      <ListEnd
        hasMore={notices.hasMore}
        isLoadingMore={notices.isLoadingMore}
        moreFailure={notices.moreFailure}
        count={rows.length}
        onMore={() => void notices.loadMore()}
      />
    </>
  );
});

const Head = observer(() => {
  const { notices, device } = useRootStore();
  const { unread, isWorking, failure, inbox } = notices;
  const isEmpty = inbox.data?.length === 0;
  return (
    <>
      <View className="inbox__head">
        <View className="inbox__count">
          {unread > 0 ? texts.unreadCount(unread) : isEmpty ? '' : texts.allRead}
        </View>
        <View className="inbox__links">
          {unread > 0 ? (
            <Pressable className="inbox__link" isDisabled={isWorking} onPress={() => void notices.readAll()}>
              {texts.readAll}
            </Pressable>
          ) : null}
          <Pressable
            className="inbox__link"
            role="link"
            onPress={() => device.navigation.to(noticeRoutes.preferences.to())}
          >
            {texts.preferences}
          </Pressable>
        </View>
      </View>
      {failure ? (
        <Notice icon="warning" tone="warn" hint={failureWords(failure).hint}>
          {failureWords(failure).title}
        </Notice>
      ) : null}
    </>
  );
});

function Inbox() {
  const { notices, sessions, settings, device } = useRootStore();
  const load = () => {
    void notices.loadInbox();
    void notices.loadUnread();
  };
  useDidShow(load);
  useReachBottom(() => void notices.loadMore());
  return (
    <Screen title={texts.title}>
      {sessions.isSignedIn ? (
        <View className="inbox">
          <Head />
          {remoteView({
            remote: notices.inbox,
            onRetry: load,
            isOnline: settings.isOnline,
            loading: <LoadingRows count={4} />,
            children: (rows) => <Rows rows={rows} />,
          })}
        </View>
      ) : (
        <Still
          icon="person"
          title={texts.signedOut}
          hint={texts.signedOutHint}
          action={{ text: texts.signIn, onPress: () => device.navigation.to(sessionRoutes.signIn.to()) }}
        />
      )}
    </Screen>
  );
}

export default observer(Inbox);
