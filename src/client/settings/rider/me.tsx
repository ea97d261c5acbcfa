import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { companyNames, type Me, type Membership } from '../../../contract/people';
import { personRoutes } from '../../people/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { Avatar } from '../../ui/avatar';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { NoticeChange } from '../../ui/notice-change';
import { Pressable } from '../../ui/pressable';
import { roleNames } from '../../ui/role-names';
import { Screen } from '../../ui/screen';
import { meTexts } from '../texts';
import { Desks } from './desks';
import './me.scss';
import { Rows } from './rows';

definePageConfig({ navigationBarTitleText: '我的' });

const membershipText = ({ communityName, roles, status }: Membership) =>
  status === 'paused'
    ? `${communityName} · ${meTexts.paused}`
    : `${communityName} · ${roles.map((role) => roleNames[role]).join('、')}`;

const Person = observer(({ me }: { me: Me | null }) => {
  const { device } = useRootStore();
  if (!me) {
    return (
      <View className="person person--nobody card">
        <Heading level={1}>{meTexts.signedOut}</Heading>
        <View className="person__hint">{meTexts.signedOutHint}</View>
        <ActionButton
          kind="primary"
          text={meTexts.signIn}
          onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
        />
      </View>
    );
  }
  return (
    <Pressable className="person" role="link" onPress={() => device.navigation.to(personRoutes.profile.to())}>
      <Avatar url={me.avatarUrl} size="large" />
      <View className="person__words">
        <Heading level={1}>{me.nickname}</Heading>
        {me.company ? <View className="person__hint">{companyNames[me.company]}</View> : null}
        {me.memberships.map((membership) => (
          <View key={membership.communityId} className="person__hint">
            {membershipText(membership)}
          </View>
        ))}
      </View>
      <Icon name="next" className="person__next" />
    </Pressable>
  );
});

function MePage() {
  const { sessions, device } = useRootStore();
  const [isLeaving, setIsLeaving] = useState(false);
  useDidShow(() => void sessions.freshen());
  const { me } = sessions;
  const leave = () => {
    setIsLeaving(false);
    void sessions.signOut();
  };
  return (
    <Screen isWide>
      <View className="me">
        <Person me={me} />
        {me?.deletionDueAt ? (
          <Notice
            icon="warning"
            tone="warn"
            action={{ text: meTexts.see, onPress: () => device.navigation.to(personRoutes.deletion.to()) }}
          >
            {meTexts.leavingOn(instantText(me.deletionDueAt))}
          </Notice>
        ) : null}
        <View className="me__cards">
          {me ? <Desks me={me} /> : null}
          <Rows me={me} />
        </View>
        {me ? (
          <View className="me__leave">
            <ActionButton icon="exit" text={meTexts.signOut} onPress={() => setIsLeaving(true)} />
          </View>
        ) : null}
      </View>
      <NoticeChange />
      <ConfirmSheet
        isOpen={isLeaving}
        title={meTexts.signOutAsk}
        hint={meTexts.signOutHint}
        confirm={meTexts.signOut}
        onConfirm={leave}
        onClose={() => setIsLeaving(false)}
      />
    </Screen>
  );
}

export default observer(MePage);
