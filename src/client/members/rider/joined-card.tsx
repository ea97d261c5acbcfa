import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Membership } from '../../../contract/people';
import { noticeRoutes } from '../../notices/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { roleNames } from '../../ui/role-names';
import { Tag } from '../../ui/tag';
import { statusTexts } from '../texts';
import type { MembershipStore } from './membership-store';
import { membershipTexts as texts } from './texts';

interface JoinedCardProps {
  store: MembershipStore;
  membership: Membership;
  onLeave: (membership: Membership) => void;
}

/** What one is in a community, in words. */
export const JoinedCard = observer(({ store, membership, onLeave }: JoinedCardProps) => {
  const { sessions, device } = useRootStore();
  const { communityId, communityName, status, roles } = membership;
  const isCurrent = sessions.me?.currentCommunityId === communityId;
  const choose = async () => {
    if (await store.choose(communityId)) device.feedback.toast(texts.chosen(communityName));
  };
  const { name, tone } = statusTexts[status];
  return (
    <View className="card joined">
      <View className="joined__top">
        <Heading level={2}>{communityName}</Heading>
        <View className="joined__tags">
          {isCurrent ? <Tag text={texts.current} tone="accent" /> : null}
          <Tag text={name} tone={tone} />
        </View>
      </View>
      {status === 'paused' ? (
        <Notice
          icon="warning"
          tone="warn"
          hint={texts.pausedHint}
          action={{ text: texts.toInbox, onPress: () => device.navigation.to(noticeRoutes.inbox.to()) }}
        >
          {texts.paused}
        </Notice>
      ) : (
        <View className="joined__roles">{texts.roles(roles.map((role) => roleNames[role]).join('、'))}</View>
      )}
      <View className="joined__actions">
        {isCurrent ? null : (
          <ActionButton
            text={texts.choose}
            isWorking={store.workingOn === communityId}
            onPress={() => void choose()}
          />
        )}
        <ActionButton kind="quiet" text={texts.leave} onPress={() => onLeave(membership)} />
      </View>
    </View>
  );
});
