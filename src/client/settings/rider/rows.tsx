import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { activityRoutes } from '../../activities/routes';
import { attendanceRoutes } from '../../attendances/routes';
import { checkInRoutes } from '../../check-ins/routes';
import { consultationRoutes } from '../../consultations/routes';
import { couponRoutes } from '../../coupons/routes';
import type { Me } from '../../../contract/people';
import { memberRoutes } from '../../members/routes';
import { merchantRoutes } from '../../merchants/routes';
import { noticeRoutes } from '../../notices/routes';
import { pointRoutes } from '../../points/routes';
import { redemptionRoutes } from '../../redemptions/routes';
import { reportRoutes } from '../../reports/routes';
import { requestRoutes } from '../../requests/routes';
import { useRootStore } from '../../root-store';
import { serviceRoutes } from '../../service-records/routes';
import { LinkRow } from '../../ui/link-row';
import { settingsRoutes } from '../routes';
import { meTexts as texts } from '../texts';

/** What I asked of the community and what it tells me. */
const Affairs = observer(() => {
  const { notices, reports, requests, device } = useRootStore();
  const { navigation } = device;
  return (
    <View className="card link-rows">
      <LinkRow
        icon="bell"
        text={texts.inbox}
        {...(notices.unread > 0 && { extra: texts.unread(notices.unread) })}
        onPress={() => navigation.to(noticeRoutes.inbox.to())}
      />
      <LinkRow
        icon="chat"
        text={texts.requests}
        {...(requests.drafts > 0 && { extra: texts.drafts(requests.drafts) })}
        onPress={() => navigation.to(requestRoutes.mine.to())}
      />
      <LinkRow
        icon="camera"
        text={texts.reports}
        {...(reports.drafts > 0 && { extra: texts.drafts(reports.drafts) })}
        onPress={() => navigation.to(reportRoutes.mine.to())}
      />
      <LinkRow
        icon="clock"
        text={texts.consultations}
        hint={texts.consultationsHint}
        onPress={() => navigation.to(consultationRoutes.book.to())}
      />
    </View>
  );
});

/** What I lend a hand with. */
const Deeds = observer(({ me }: { me: Me | null }) => {
  const { attendances, device } = useRootStore();
  const { navigation } = device;
  const { queued } = attendances;
  const grid = me?.memberships.find(
    ({ communityId, roles }) => communityId === me.currentCommunityId && roles.includes('grid_member'),
  );
  return (
    <View className="card link-rows">
      <LinkRow
        icon="calendar"
        text={texts.activities}
        hint={texts.activitiesHint}
        onPress={() => navigation.to(activityRoutes.list.to())}
      />
      {me ? (
        <>
          <LinkRow
            icon="scan"
            text={texts.days}
            hint={texts.daysHint}
            {...(queued > 0 && { extra: texts.queued(queued) })}
            onPress={() => navigation.to(attendanceRoutes.check.to())}
          />
          <LinkRow
            icon="star"
            text={texts.service}
            hint={texts.serviceHint}
            onPress={() => navigation.to(serviceRoutes.mine.to())}
          />
        </>
      ) : null}
      {grid ? (
        <LinkRow
          icon="list"
          text={texts.gridTasks}
          hint={texts.gridTasksHint}
          onPress={() => navigation.to(reportRoutes.gridTasks.to({ communityId: grid.communityId }))}
        />
      ) : null}
    </View>
  );
});

/** What I get from shops. */
const Benefits = observer(({ me }: { me: Me }) => {
  const { navigation } = useRootStore().device;
  const isClerk = me.memberships.some(({ roles }) => roles.includes('merchant_clerk'));
  return (
    <View className="card link-rows">
      <LinkRow icon="ticket" text={texts.coupons} onPress={() => navigation.to(couponRoutes.mine.to())} />
      <LinkRow
        icon="qr"
        text={texts.pass}
        hint={texts.passHint}
        onPress={() => navigation.to(redemptionRoutes.pass.to())}
      />
      <LinkRow icon="stamp" text={texts.points} onPress={() => navigation.to(pointRoutes.mine.to())} />
      <LinkRow
        icon="shop"
        text={isClerk ? texts.shop : texts.merchants}
        hint={isClerk ? texts.shopHint : texts.merchantsHint}
        onPress={() => navigation.to(merchantRoutes.mine.to())}
      />
    </View>
  );
});

/** Who I am here, and how this app treats me. */
const Account = observer(({ me }: { me: Me | null }) => {
  const { checkIns, device } = useRootStore();
  const { navigation } = device;
  const waiting = checkIns.queue.length;
  return (
    <View className="card link-rows">
      <LinkRow
        icon="history"
        text={texts.checkIns}
        {...(waiting > 0 && { extra: texts.queued(waiting) })}
        onPress={() => navigation.to(checkInRoutes.mine.to())}
      />
      {me ? (
        <LinkRow
          icon="badge"
          text={texts.membership}
          onPress={() => navigation.to(memberRoutes.membership.to())}
        />
      ) : null}
      <LinkRow
        icon="settings"
        text={texts.settings}
        hint={texts.settingsHint}
        onPress={() => navigation.to(settingsRoutes.settings.to())}
      />
      <LinkRow
        icon="shield"
        text={texts.privacy}
        onPress={() => navigation.to(settingsRoutes.privacy.to())}
      />
    </View>
  );
});

/** Where everyone's own things are, one card for each kind. */
export function Rows({ me }: { me: Me | null }) {
  return (
    <>
      {me ? <Affairs /> : null}
      <Deeds me={me} />
      {me ? <Benefits me={me} /> : null}
      <Account me={me} />
    </>
  );
}
