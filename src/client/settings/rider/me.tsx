import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { activityRoutes } from '../../activities/routes';
import { attendanceRoutes } from '../../attendances/routes';
import { checkInRoutes } from '../../check-ins/routes';
import { consultationRoutes } from '../../consultations/routes';
import { couponRoutes } from '../../coupons/routes';
import { companyNames, type Me, type Membership } from '../../../contract/people';
import { memberRoutes } from '../../members/routes';
import { merchantRoutes } from '../../merchants/routes';
import { noticeRoutes } from '../../notices/routes';
import { redemptionRoutes } from '../../redemptions/routes';
import { personRoutes } from '../../people/routes';
import { pointRoutes } from '../../points/routes';
import { reportRoutes } from '../../reports/routes';
import { requestRoutes } from '../../requests/routes';
import { useRootStore } from '../../root-store';
import { serviceRoutes } from '../../service-records/routes';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { Avatar } from '../../ui/avatar';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { NoticeChange } from '../../ui/notice-change';
import { Pressable } from '../../ui/pressable';
import { roleNames } from '../../ui/role-names';
import { Screen } from '../../ui/screen';
import { settingsRoutes } from '../routes';
import { meTexts } from '../texts';
import { Desks } from './desks';
import './me.scss';

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

const Rows = observer(({ me }: { me: Me | null }) => {
  const { attendances, checkIns, notices, reports, requests, device } = useRootStore();
  const waiting = checkIns.queue.length;
  const daysWaiting = attendances.queued;
  const isClerk = me?.memberships.some(({ roles }) => roles.includes('merchant_clerk')) ?? false;
  const grid = me?.memberships.find(
    ({ communityId, roles }) => communityId === me.currentCommunityId && roles.includes('grid_member'),
  );
  return (
    <View className="card link-rows">
      {me ? (
        <>
          <LinkRow
            icon="bell"
            text={meTexts.inbox}
            {...(notices.unread > 0 && { extra: meTexts.unread(notices.unread) })}
            onPress={() => device.navigation.to(noticeRoutes.inbox.to())}
          />
          <LinkRow
            icon="camera"
            text={meTexts.reports}
            {...(reports.drafts > 0 && { extra: meTexts.drafts(reports.drafts) })}
            onPress={() => device.navigation.to(reportRoutes.mine.to())}
          />
          <LinkRow
            icon="chat"
            text={meTexts.requests}
            {...(requests.drafts > 0 && { extra: meTexts.drafts(requests.drafts) })}
            onPress={() => device.navigation.to(requestRoutes.mine.to())}
          />
          <LinkRow
            icon="calendar"
            text={meTexts.days}
            hint={meTexts.daysHint}
            {...(daysWaiting > 0 && { extra: meTexts.queued(daysWaiting) })}
            onPress={() => device.navigation.to(attendanceRoutes.check.to())}
          />
          <LinkRow
            icon="calendar"
            text={meTexts.consultations}
            hint={meTexts.consultationsHint}
            onPress={() => device.navigation.to(consultationRoutes.book.to())}
          />
          <LinkRow
            icon="ticket"
            text={meTexts.coupons}
            onPress={() => device.navigation.to(couponRoutes.mine.to())}
          />
          <LinkRow
            icon="qr"
            text={meTexts.pass}
            hint={meTexts.passHint}
            onPress={() => device.navigation.to(redemptionRoutes.pass.to())}
          />
          <LinkRow
            icon="badge"
            text={meTexts.membership}
            onPress={() => device.navigation.to(memberRoutes.membership.to())}
          />
          {grid ? (
            <LinkRow
              icon="list"
              text={meTexts.gridTasks}
              hint={meTexts.gridTasksHint}
              onPress={() =>
                device.navigation.to(reportRoutes.gridTasks.to({ communityId: grid.communityId }))
              }
            />
          ) : null}
          <LinkRow
            icon="shop"
            text={isClerk ? meTexts.shop : meTexts.merchants}
            hint={isClerk ? meTexts.shopHint : meTexts.merchantsHint}
            onPress={() => device.navigation.to(merchantRoutes.mine.to())}
          />
          <LinkRow
            icon="star"
            text={meTexts.service}
            hint={meTexts.serviceHint}
            onPress={() => device.navigation.to(serviceRoutes.mine.to())}
          />
          <LinkRow
            icon="stamp"
            text={meTexts.points}
            onPress={() => device.navigation.to(pointRoutes.mine.to())}
          />
        </>
      ) : null}
      <LinkRow
        icon="calendar"
        text={meTexts.activities}
        hint={meTexts.activitiesHint}
        onPress={() => device.navigation.to(activityRoutes.list.to())}
      />
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
    <Screen>
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
        <Rows me={me} />
        {me ? <Desks me={me} /> : null}
        {me ? <ActionButton icon="exit" text={meTexts.signOut} onPress={() => setIsLeaving(true)} /> : null}
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
