import {
  countUnreadNotices,
  getNoticePreferences,
  listDeliveries,
  listMyNotices,
  readNotices,
  recordPushPermissions,
  retryDelivery,
  setNoticePreferences,
} from '../../contract/notices';
import * as schemas from '../../contract/notices.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Notices } from './service';

export function noticeRoutes({ on }: Router, notices: Notices): void {
  on(listMyNotices, schemas.listMyNoticesSchemas, policy.listMyNotices, ({ input, asker }) =>
    notices.listMyNotices(input, asker),
  );
  on(countUnreadNotices, schemas.countUnreadNoticesSchemas, policy.countUnreadNotices, ({ asker }) =>
    notices.countUnreadNotices(asker),
  );
  on(readNotices, schemas.readNoticesSchemas, policy.readNotices, ({ input, asker }) =>
    notices.readNotices(input, asker),
  );
  on(getNoticePreferences, schemas.getNoticePreferencesSchemas, policy.getNoticePreferences, ({ asker }) =>
    notices.getNoticePreferences(asker),
  );
  on(
    setNoticePreferences,
    schemas.setNoticePreferencesSchemas,
    policy.setNoticePreferences,
    ({ input, asker }) => notices.setNoticePreferences(input, asker),
  );
  on(
    recordPushPermissions,
    schemas.recordPushPermissionsSchemas,
    policy.recordPushPermissions,
    ({ input, asker, tx }) => notices.recordPushPermissions(input, asker, tx),
  );
  on(listDeliveries, schemas.listDeliveriesSchemas, policy.listDeliveries, ({ input, asker }) =>
    notices.listDeliveries(input, asker),
  );
  on(retryDelivery, schemas.retryDeliverySchemas, policy.retryDelivery, ({ input, asker }) =>
    notices.retryDelivery(input, asker),
  );
}
