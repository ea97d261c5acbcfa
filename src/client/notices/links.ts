import { attendanceRoutes } from '../attendances/routes';
import { activityRoutes } from '../activities/routes';
import { auditRoutes } from '../audit/routes';
import { certificateRoutes } from '../certificates/routes';
import { bulletinRoutes } from '../bulletins/routes';
import { checkInRoutes } from '../check-ins/routes';
import { consultationRoutes } from '../consultations/routes';
import { couponRoutes } from '../coupons/routes';
import { homeRoutes } from '../home/routes';
import { memberRoutes } from '../members/routes';
import { merchantRoutes } from '../merchants/routes';
import { personRoutes } from '../people/routes';
import { pointRoutes } from '../points/routes';
import { redemptionRoutes } from '../redemptions/routes';
import { reportRoutes } from '../reports/routes';
import { requestRoutes } from '../requests/routes';
import { serviceRoutes } from '../service-records/routes';
import { sessionRoutes } from '../sessions/routes';
import { settingsRoutes } from '../settings/routes';
import { stationRoutes } from '../stations/routes';
import { noticeRoutes } from './routes';

const tabs = [homeRoutes.home, stationRoutes.list, settingsRoutes.me].map(({ path }) => path);

const pages = new Set(
  [
    attendanceRoutes,
    activityRoutes,
    auditRoutes,
    certificateRoutes,
    bulletinRoutes,
    checkInRoutes,
    consultationRoutes,
    couponRoutes,
    homeRoutes,
    memberRoutes,
    merchantRoutes,
    noticeRoutes,
    personRoutes,
    pointRoutes,
    redemptionRoutes,
    reportRoutes,
    requestRoutes,
    serviceRoutes,
    sessionRoutes,
    settingsRoutes,
    stationRoutes,
  ].flatMap((routes) => Object.values(routes).map(({ path }) => path)),
);

export interface NoticeTarget {
  readonly url: string;
  readonly isTab: boolean;
}

/** Where a notice's link leads; null where this version has no such page. */
export function targetOf(link: string | null): NoticeTarget | null {
  if (link === null) return null;
  const url = `/${link.replace(/^\/+/, '')}`;
  const [path = ''] = url.split('?');
  return pages.has(path) ? { url, isTab: tabs.includes(path) } : null;
}
