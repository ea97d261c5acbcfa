import * as reports from '../../contract/reports';
import * as schemas from '../../contract/reports.schema';
import type { Caller, Router } from '../platform/router';
import { policy } from '../policy';
import { publicReportRoutes } from './public-routes';
import type { Reports } from './service';

/** The mini-program says where it comes from; nothing else can, in a browser. */
const sourceOf = (caller: Caller) =>
  caller.header('referer')?.startsWith('https://servicewechat.com/') ? 'weapp' : 'h5';

function readingRoutes({ on }: Router, service: Reports): void {
  on(reports.listMyReports, schemas.listMyReportsSchemas, policy.listMyReports, ({ input, asker }) =>
    service.listMyReports(input, asker),
  );
  on(reports.getReport, schemas.getReportSchemas, policy.getReport, ({ input, asker }) =>
    service.getReport(input, asker),
  );
  on(reports.suggestDuplicates, schemas.suggestDuplicatesSchemas, policy.suggestDuplicates, (call) =>
    service.suggestDuplicates(call.input, call.asker),
  );
  on(reports.followReport, schemas.followReportSchemas, policy.followReport, ({ input, asker }) =>
    service.followReport(input, asker),
  );
  on(reports.unfollowReport, schemas.unfollowReportSchemas, policy.unfollowReport, ({ input, asker }) =>
    service.unfollowReport(input, asker),
  );
}

function reportingRoutes({ on, onKeyed }: Router, service: Reports): void {
  onKeyed(reports.createReport, schemas.createReportSchemas, policy.createReport, (call) =>
    service.createReport(call.input, call.asker, call.caller.key(), sourceOf(call.caller)),
  );
  on(reports.answerReport, schemas.answerReportSchemas, policy.answerReport, (call) =>
    service.answerReport(call.input, call.asker, call.tx, sourceOf(call.caller)),
  );
  on(reports.rateReport, schemas.rateReportSchemas, policy.rateReport, (call) =>
    service.rateReport(call.input, call.asker, call.tx, sourceOf(call.caller)),
  );
  on(reports.askToReopenReport, schemas.askToReopenReportSchemas, policy.askToReopenReport, (call) =>
    service.askToReopenReport(call.input, call.asker, call.tx, sourceOf(call.caller)),
  );
  on(reports.withdrawReport, schemas.withdrawReportSchemas, policy.withdrawReport, ({ input, asker, tx }) =>
    service.withdrawReport(input, asker, tx),
  );
}

export function reportRoutes(router: Router, service: Reports): void {
  readingRoutes(router, service);
  reportingRoutes(router, service);
  publicReportRoutes(router, service);
}
