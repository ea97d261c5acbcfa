import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problems, type Problem, type ProblemBody } from '../../contract/http';
import type { Log } from './log';
import { Refusal } from './refusal';
import { fieldsOf } from './validation';

const problemType = 'application/problem+json; charset=utf-8';

function bodyOf({ code, status, title }: Problem, details: Refusal['details'] = {}): ProblemBody {
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail: details.detail ?? title,
    ...pick(details),
  };
}

const pick = ({ fields, retryAfter, current }: Refusal['details']) => ({
  ...(fields && { fields }),
  ...(current && { current }),
  ...(retryAfter !== undefined && { retryAfter }),
});

const problemOfStatus = new Map<number, Problem>([
  [400, problems.invalid_input],
  [404, problems.not_found],
  [413, problems.payload_too_large],
  [415, problems.unsupported_media_type],
  [503, problems.unavailable],
]);

/** Connection refused, too many connections, shutting down, out of time to connect: the same request may work later. */
const isUnavailable = (error: FastifyError) =>
  /^(ECONNREFUSED|ECONNRESET|57P0[1-3]|53300|08\w{3})$/.test(error.code) ||
  /timeout exceeded/.test(error.message);

function refusalOf(error: FastifyError | Refusal): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error.validation) {
    const fields = fieldsOf(error.validation);
    const [name, right] = Object.entries(fields)[0] ?? [];
    return new Refusal(problems.invalid_input, {
      fields,
      detail: `${problems.invalid_input.title}：${name} ${right}`,
    });
  }
  if (error.code === 'FST_ERR_CTP_INVALID_JSON_BODY') {
    return new Refusal(problems.invalid_input, { fields: { body: '应为有效的 JSON' } });
  }
  if (isUnavailable(error)) return new Refusal(problems.unavailable, { retryAfter: 5 });
  const known = error.statusCode && problemOfStatus.get(error.statusCode);
  return known ? new Refusal(known) : null;
}

export function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  details?: Refusal['details'],
): FastifyReply {
  if (details?.retryAfter !== undefined) void reply.header('retry-after', details.retryAfter);
  return reply.code(problem.status).type(problemType).send(bodyOf(problem, details));
}

/** Every refusal leaves as problem+json; what went wrong inside is logged and not told. */
export function answerWithProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError | Refusal, request: FastifyRequest, reply) => {
    const refusal = refusalOf(error);
    if (refusal) return sendProblem(reply, refusal.problem, refusal.details);
    log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    return sendProblem(reply, problems.internal);
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problems.not_found));
}
