import * as cases from '../../contract/request-cases';
import * as schemas from '../../contract/request-cases.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { RequestDesk } from './desk-service';

function readingRoutes({ on }: Router, desk: RequestDesk): void {
  on(cases.listRequestCases, schemas.listRequestCasesSchemas, policy.listRequestCases, ({ input, asker }) =>
    desk.listRequestCases(input, asker),
  );
  on(
    cases.countRequestCases,
    schemas.countRequestCasesSchemas,
    policy.countRequestCases,
    ({ input, asker }) => desk.countRequestCases(input, asker),
  );
  on(cases.getRequestCase, schemas.getRequestCaseSchemas, policy.getRequestCase, ({ input, asker }) =>
    desk.getRequestCase(input, asker),
  );
  on(
    cases.listRequestAssignees,
    schemas.listRequestAssigneesSchemas,
    policy.listRequestAssignees,
    ({ input, asker }) => desk.listRequestAssignees(input, asker),
  );
  on(
    cases.getRequestFigures,
    schemas.getRequestFiguresSchemas,
    policy.getRequestFigures,
    ({ input, asker }) => desk.getRequestFigures(input, asker),
  );
  on(
    cases.exportRequestFigures,
    schemas.exportRequestFiguresSchemas,
    policy.exportRequestFigures,
    ({ input, asker }) => desk.exportRequestFigures(input, asker),
  );
}

/** What the desk sees of requests, and what becomes of them. */
export function requestDeskRoutes(router: Router, desk: RequestDesk): void {
  const { on } = router;
  readingRoutes(router, desk);
  on(cases.acceptRequest, schemas.acceptRequestSchemas, policy.acceptRequest, ({ input, asker, tx }) =>
    desk.acceptRequest(input, asker, tx),
  );
  on(cases.assignRequest, schemas.assignRequestSchemas, policy.assignRequest, ({ input, asker, tx }) =>
    desk.assignRequest(input, asker, tx),
  );
  on(cases.returnRequest, schemas.returnRequestSchemas, policy.returnRequest, ({ input, asker, tx }) =>
    desk.returnRequest(input, asker, tx),
  );
  on(cases.askRequester, schemas.askRequesterSchemas, policy.askRequester, ({ input, asker, tx }) =>
    desk.askRequester(input, asker, tx),
  );
  on(cases.answerRequest, schemas.answerRequestSchemas, policy.answerRequest, ({ input, asker, tx }) =>
    desk.answerRequest(input, asker, tx),
  );
  on(cases.addRequestNote, schemas.addRequestNoteSchemas, policy.addRequestNote, ({ input, asker, tx }) =>
    desk.addRequestNote(input, asker, tx),
  );
}
