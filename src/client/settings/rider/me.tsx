import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { checkInRoutes } from '../../check-ins/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { roleNames } from '../../ui/role-names';
import { Screen } from '../../ui/screen';
import { LinkRow } from '../link-row';
import { settingsRoutes } from '../routes';
import { meTexts } from '../texts';
import './me.scss';

definePageConfig({ navigationBarTitleText: '我的' });

const Person = observer(() => {
  const { sessions, device } = useRootStore();
  const { me } = sessions;
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
    <View className="person">
      <View className="person__picture">
        <Icon name="person" />
      </View>
      <View className="person__words">
        <Heading level={1}>{me.nickname}</Heading>
        {me.memberships.map(({ communityId, communityName, roles }) => (
          <View key={communityId} className="person__hint">
            {`${communityName} · ${roles.map((role) => roleNames[role]).join('、')}`}
          </View>
        ))}
      </View>
    </View>
  );
});

function MePage() {
  const { sessions, checkIns, device } = useRootStore();
  const [isLeaving, setIsLeaving] = useState(false);
  const waiting = checkIns.queue.length;
  const leave = () => {
    setIsLeaving(false);
    void sessions.signOut();
  };
  return (
    <Screen>
      <View className="me">
        <Person />
        <View className="card link-rows">
          <LinkRow
            icon="history"
            text={meTexts.checkIns}
            {...(waiting > 0 && { extra: meTexts.queued(waiting) })}
            onPress={() => device.navigation.to(checkInRoutes.mine.to())}
          />
          <LinkRow
            icon="settings"
            text={meTexts.settings}
            hint={meTexts.settingsHint}
            onPress={() => device.navigation.to(settingsRoutes.settings.to())}
          />
          <LinkRow
            icon="shield"
            text={meTexts.privacy}
            onPress={() => device.navigation.to(settingsRoutes.privacy.to())}
          />
        </View>
        {sessions.isSignedIn ? (
          <ActionButton icon="exit" text={meTexts.signOut} onPress={() => setIsLeaving(true)} />
        ) : null}
      </View>
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
