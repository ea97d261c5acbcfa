import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { bulletinRoutes } from '../../bulletins/routes';
import { activityRoutes } from '../../activities/routes';
import { attendanceRoutes } from '../../attendances/routes';
import { auditRoutes } from '../../audit/routes';
import { consultationRoutes } from '../../consultations/routes';
import { couponRoutes } from '../../coupons/routes';
import { type Me } from '../../../contract/people';
import { memberRoutes } from '../../members/routes';
import { merchantRoutes } from '../../merchants/routes';
import { noticeRoutes } from '../../notices/routes';
import { openDataRoutes } from '../../open-data/routes';
import { redemptionRoutes } from '../../redemptions/routes';
import { pointRoutes } from '../../points/routes';
import { reportRoutes } from '../../reports/routes';
import { requestRoutes } from '../../requests/routes';
import { useRootStore } from '../../root-store';
import { screeningRoutes } from '../../screenings/routes';
import { serviceRoutes } from '../../service-records/routes';
import { workingDayRoutes } from '../../working-days/routes';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { meTexts } from '../texts';
import { useReportCounts } from './use-report-counts';

const desks = [
  { key: 'seeReports', icon: 'flag', text: meTexts.desks.reports, route: reportRoutes.triage },
  { key: 'seeRequests', icon: 'chat', text: meTexts.desks.requests, route: requestRoutes.desk },
  {
    key: 'seeRequestFigures',
    icon: 'board',
    text: meTexts.desks.requestFigures,
    route: requestRoutes.figures,
  },
  { key: 'seeMembers', icon: 'people', text: meTexts.desks.people, route: memberRoutes.people },
  {
    key: 'decideGridApplications',
    icon: 'badge',
    text: meTexts.desks.grid,
    route: memberRoutes.gridApplications,
  },
  { key: 'seePartyReports', icon: 'flag', text: meTexts.desks.party, route: memberRoutes.partyReports },
  { key: 'seeActivities', icon: 'calendar', text: meTexts.desks.activities, route: activityRoutes.manage },
  { key: 'seeMerchants', icon: 'shop', text: meTexts.desks.merchants, route: merchantRoutes.manage },
  { key: 'seeCoupons', icon: 'badge', text: meTexts.desks.coupons, route: couponRoutes.manage },
  {
    key: 'seeRedemptions',
    icon: 'list',
    text: meTexts.desks.settlement,
    route: redemptionRoutes.settlement,
  },
  { key: 'seeRedemptions', icon: 'search', text: meTexts.desks.flagged, route: redemptionRoutes.flagged },
  { key: 'seeScreenings', icon: 'shield', text: meTexts.desks.screenings, route: screeningRoutes.queue },
  {
    key: 'holdConsultations',
    icon: 'calendar',
    text: meTexts.desks.consultations,
    route: consultationRoutes.day,
  },
  { key: 'setWorkingDays', icon: 'clock', text: meTexts.desks.workingDays, route: workingDayRoutes.days },
  {
    key: 'setActivityRules',
    icon: 'calendar',
    text: meTexts.desks.activityRules,
    route: attendanceRoutes.rules,
  },
  { key: 'seeBulletins', icon: 'bulletin', text: meTexts.desks.bulletins, route: bulletinRoutes.manage },
  { key: 'seeApiKeys', icon: 'qr', text: meTexts.desks.openData, route: openDataRoutes.keys },
  { key: 'seeService', icon: 'people', text: meTexts.desks.service, route: serviceRoutes.records },
  { key: 'managePoints', icon: 'stamp', text: meTexts.desks.points, route: pointRoutes.manage },
  { key: 'seeDeliveries', icon: 'bell', text: meTexts.desks.deliveries, route: noticeRoutes.deliveries },
  { key: 'seeAudit', icon: 'history', text: meTexts.desks.log, route: auditRoutes.log },
] as const;

/** Where those work who have something to do in the current community. */
export const Desks = observer(({ me }: { me: Me }) => {
  const { device } = useRootStore();
  const membership = me.memberships.find(({ communityId }) => communityId === me.currentCommunityId);
  const open = desks.filter(({ key }) => membership?.desk[key]);
  const reports = useReportCounts(membership?.desk.seeReports ? membership.communityId : null);
  if (!membership || open.length === 0) return null;
  return (
    <View className="card">
      <Heading level={2}>{meTexts.desk}</Heading>
      <View className="me__desks">
        {open.map(({ key, icon, text, route }) => (
          <LinkRow
            key={text}
            icon={icon}
            text={text}
            {...(key === 'seeReports' && reports && { hint: reports })}
            onPress={() => device.navigation.to(route.to({ communityId: membership.communityId }))}
          />
        ))}
      </View>
    </View>
  );
});
