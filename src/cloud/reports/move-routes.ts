import * as moves from '../../contract/report-moves';
import * as schemas from '../../contract/report-moves.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { ReportDesk } from './desk-service';

function decidingRoutes({ on }: Router, desk: ReportDesk): void {
  on(moves.assignReport, schemas.assignReportSchemas, policy.assignReport, ({ input, asker, tx }) =>
    desk.assignReport(input, asker, tx),
  );
  on(moves.recategoriseReport, schemas.recategoriseReportSchemas, policy.recategoriseReport, (call) =>
    desk.recategoriseReport(call.input, call.asker),
  );
  on(moves.rejectReport, schemas.rejectReportSchemas, policy.rejectReport, ({ input, asker, tx }) =>
    desk.rejectReport(input, asker, tx),
  );
  on(moves.referReport, schemas.referReportSchemas, policy.referReport, ({ input, asker, tx }) =>
    desk.referReport(input, asker, tx),
  );
  on(moves.mergeReport, schemas.mergeReportSchemas, policy.mergeReport, ({ input, asker, tx }) =>
    desk.mergeReport(input, asker, tx),
  );
  on(moves.decideReopening, schemas.decideReopeningSchemas, policy.decideReopening, ({ input, asker, tx }) =>
    desk.decideReopening(input, asker, tx),
  );
  on(moves.moveReports, schemas.moveReportsSchemas, policy.moveReports, ({ input, asker, tx }) =>
    desk.moveReports(input, asker, tx),
  );
}

function handlingRoutes({ on }: Router, desk: ReportDesk): void {
  on(moves.acceptReport, schemas.acceptReportSchemas, policy.acceptReport, ({ input, asker, tx }) =>
    desk.acceptReport(input, asker, tx),
  );
  on(moves.giveBackReport, schemas.giveBackReportSchemas, policy.giveBackReport, ({ input, asker, tx }) =>
    desk.giveBackReport(input, asker, tx),
  );
  on(moves.askReporter, schemas.askReporterSchemas, policy.askReporter, ({ input, asker, tx }) =>
    desk.askReporter(input, asker, tx),
  );
  on(moves.scheduleReport, schemas.scheduleReportSchemas, policy.scheduleReport, ({ input, asker, tx }) =>
    desk.scheduleReport(input, asker, tx),
  );
  on(moves.transferReport, schemas.transferReportSchemas, policy.transferReport, ({ input, asker, tx }) =>
    desk.transferReport(input, asker, tx),
  );
  on(moves.resumeReport, schemas.resumeReportSchemas, policy.resumeReport, ({ input, asker, tx }) =>
    desk.resumeReport(input, asker, tx),
  );
  on(moves.resolveReport, schemas.resolveReportSchemas, policy.resolveReport, ({ input, asker, tx }) =>
    desk.resolveReport(input, asker, tx),
  );
  on(moves.addReportNote, schemas.addReportNoteSchemas, policy.addReportNote, ({ input, asker, tx }) =>
    desk.addReportNote(input, asker, tx),
  );
}

/** What becomes of a case. */
export function moveRoutes(router: Router, desk: ReportDesk): void {
  decidingRoutes(router, desk);
  handlingRoutes(router, desk);
}
