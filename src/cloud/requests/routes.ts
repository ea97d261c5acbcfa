import * as categories from '../../contract/request-categories';
import * as categorySchemas from '../../contract/request-categories.schema';
import * as requests from '../../contract/requests';
import * as schemas from '../../contract/requests.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Requests } from './service';

function categoryRoutes({ on }: Router, service: Requests): void {
  on(
    requests.listRequestCategories,
    schemas.listRequestCategoriesSchemas,
    policy.listRequestCategories,
    ({ input }) => service.listRequestCategories(input),
  );
  on(
    categories.setRequestCategories,
    categorySchemas.setRequestCategoriesSchemas,
    policy.setRequestCategories,
    ({ input, asker }) => service.setRequestCategories(input, asker),
  );
  on(
    categories.getRequestReaders,
    categorySchemas.getRequestReadersSchemas,
    policy.getRequestReaders,
    ({ input, asker }) => service.getRequestReaders(input, asker),
  );
  on(
    categories.setRequestReaders,
    categorySchemas.setRequestReadersSchemas,
    policy.setRequestReaders,
    ({ input, asker }) => service.setRequestReaders(input, asker),
  );
}

/** What people do about their own. */
export function requestRoutes(router: Router, service: Requests): void {
  const { on, onKeyed } = router;
  categoryRoutes(router, service);
  onKeyed(requests.createRequest, schemas.createRequestSchemas, policy.createRequest, (call) =>
    service.createRequest(call.input, call.asker, call.caller.key()),
  );
  on(requests.listMyRequests, schemas.listMyRequestsSchemas, policy.listMyRequests, ({ input, asker }) =>
    service.listMyRequests(input, asker),
  );
  on(requests.getRequest, schemas.getRequestSchemas, policy.getRequest, ({ input, asker }) =>
    service.getRequest(input, asker),
  );
  on(
    requests.answerRequestQuestion,
    schemas.answerRequestQuestionSchemas,
    policy.answerRequestQuestion,
    ({ input, asker, tx }) => service.answerRequestQuestion(input, asker, tx),
  );
  on(requests.followUpRequest, schemas.followUpRequestSchemas, policy.followUpRequest, (call) =>
    service.followUpRequest(call.input, call.asker, call.tx),
  );
  on(requests.rateRequest, schemas.rateRequestSchemas, policy.rateRequest, ({ input, asker, tx }) =>
    service.rateRequest(input, asker, tx),
  );
  on(requests.reopenRequest, schemas.reopenRequestSchemas, policy.reopenRequest, ({ input, asker, tx }) =>
    service.reopenRequest(input, asker, tx),
  );
  on(requests.withdrawRequest, schemas.withdrawRequestSchemas, policy.withdrawRequest, (call) =>
    service.withdrawRequest(call.input, call.asker, call.tx),
  );
}
