import * as cases from '../../contract/report-cases';
import * as caseSchemas from '../../contract/report-cases.schema';
import * as checks from '../../contract/report-checks';
import * as checkSchemas from '../../contract/report-checks.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { ReportDesk } from './desk-service';
import { moveRoutes } from './move-routes';

function readingRoutes({ on }: Router, desk: ReportDesk): void {
  on(cases.listCases, caseSchemas.listCasesSchemas, policy.listCases, ({ input, asker }) =>
    desk.listCases(input, asker),
  );
  on(cases.countCases, caseSchemas.countCasesSchemas, policy.countCases, ({ input, asker }) =>
    desk.countCases(input, asker),
  );
  on(cases.getReportMap, caseSchemas.getReportMapSchemas, policy.getReportMap, ({ input, asker }) =>
    desk.getReportMap(input, asker),
  );
  on(cases.getCase, caseSchemas.getCaseSchemas, policy.getCase, ({ input, asker }) =>
    desk.getCase(input, asker),
  );
  on(
    cases.listPossibleDuplicates,
    caseSchemas.listPossibleDuplicatesSchemas,
    policy.listPossibleDuplicates,
    ({ input, asker }) => desk.listPossibleDuplicates(input, asker),
  );
  on(
    cases.getOriginalPhoto,
    caseSchemas.getOriginalPhotoSchemas,
    policy.getOriginalPhoto,
    ({ input, asker }) => desk.getOriginalPhoto(input, asker),
  );
  on(cases.listAssignees, caseSchemas.listAssigneesSchemas, policy.listAssignees, ({ input }) =>
    desk.listAssignees(input),
  );
}

function templateRoutes({ on }: Router, desk: ReportDesk): void {
  on(
    cases.listReplyTemplates,
    caseSchemas.listReplyTemplatesSchemas,
    policy.listReplyTemplates,
    ({ input }) => desk.listReplyTemplates(input),
  );
  on(
    cases.saveReplyTemplate,
    caseSchemas.saveReplyTemplateSchemas,
    policy.saveReplyTemplate,
    ({ input, tx }) => desk.saveReplyTemplate(input, tx),
  );
  on(
    cases.removeReplyTemplate,
    caseSchemas.removeReplyTemplateSchemas,
    policy.removeReplyTemplate,
    ({ input }) => desk.removeReplyTemplate(input),
  );
}

function checkRoutes({ on }: Router, desk: ReportDesk): void {
  on(checks.listGridTasks, checkSchemas.listGridTasksSchemas, policy.listGridTasks, ({ input, asker }) =>
    desk.listGridTasks(input, asker),
  );
  on(checks.verifyReport, checkSchemas.verifyReportSchemas, policy.verifyReport, ({ input, asker, tx }) =>
    desk.verifyReport(input, asker, tx),
  );
  on(checks.getGridFigures, checkSchemas.getGridFiguresSchemas, policy.getGridFigures, ({ input, asker }) =>
    desk.getGridFigures(input, asker),
  );
}

export function reportDeskRoutes(router: Router, desk: ReportDesk): void {
  readingRoutes(router, desk);
  templateRoutes(router, desk);
  checkRoutes(router, desk);
  moveRoutes(router, desk);
}
