import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import {
  idempotencyKeyHeader,
  idempotencyKeyPattern,
  problems,
  problemsOfEveryCreate,
  problemsOfEveryEndpoint,
  type AnswerOf,
  type Endpoint,
  type EndpointSchemas,
  type InputOf,
} from '../../contract/http';
import { ProblemSchema } from '../../contract/http.schema';
import type { Asker } from './asker';
import type { Clock } from './clock';
import type { Database, Queries } from './database';
import { onceByKey } from './idempotency';
import { refuse } from './refusal';
import { sendShared, SharedJson } from './shared-json';

/** Who may call: anyone (known or not), or a person with a session. What they may do there is the service's policy. */
export interface Who<A extends Asker | null> {
  readonly accept: (asker: Asker | null) => A;
}

export const anyone: Who<Asker | null> = { accept: (asker) => asker };

export const signedIn: Who<Asker> = {
  accept(asker) {
    if (!asker) throw refuse(problems.unauthenticated);
    return asker;
  },
};

export interface Call<Schemas extends EndpointSchemas, A extends Asker | null> {
  /** Path parameters, query and body, validated, as one object. */
  input: InputOf<Schemas>;
  asker: A;
  /** Where all writes of an idempotent endpoint go; outside a transaction elsewhere. */
  tx: Queries;
}

/** What the contract says, or the same already written for all who ask. */
type Answer<Schemas extends EndpointSchemas> = AnswerOf<Schemas> | SharedJson<AnswerOf<Schemas>>;

export interface Router {
  on<Schemas extends EndpointSchemas, A extends Asker | null>(
    endpoint: Endpoint<Schemas>,
    schemas: Schemas,
    who: Who<A>,
    handle: (call: Call<Schemas, A>) => Promise<Answer<Schemas>> | Answer<Schemas>,
  ): void;
}

interface RouterParts {
  app: FastifyInstance;
  database: Database;
  clock: Clock;
  identify(request: FastifyRequest): Promise<Asker | null> | Asker | null;
}

const bearer = [{ bearer: [] }];
const keyPattern = new RegExp(idempotencyKeyPattern);

/** The route's schema: what is checked and serialised, and what the reference shows. */
function schemaOf(endpoint: Endpoint, schemas: EndpointSchemas, isOpen: boolean): FastifySchema {
  const all = [
    ...problemsOfEveryEndpoint,
    ...(endpoint.idempotent ? problemsOfEveryCreate : []),
    ...endpoint.problems,
  ];
  const responses = all.map(({ status }) => {
    const codes = all.filter((problem) => problem.status === status).map(({ code }) => code);
    const content = { 'application/problem+json': { schema: ProblemSchema } };
    return [status, { description: codes.join(', '), content }] as const;
  });
  const success = schemas.answer ? schemas.answer : { description: 'Done', type: 'null' };
  const headers = {
    type: 'object',
    properties: { [idempotencyKeyHeader]: { type: 'string', pattern: idempotencyKeyPattern } },
  };
  return {
    ...(schemas.params && { params: schemas.params }),
    ...(schemas.query && { querystring: schemas.query }),
    ...(schemas.body && { body: schemas.body }),
    ...(endpoint.idempotent && { headers }),
    response: { ...Object.fromEntries(responses), [endpoint.status]: success },
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? ''],
    security: isOpen ? [] : bearer,
  };
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers[idempotencyKeyHeader];
  if (typeof key === 'string' && keyPattern.test(key)) return key;
  throw refuse(problems.idempotency_key_missing, {
    fields: { 'Idempotency-Key': '16–64 位字母、数字、_ 或 -，每次新操作换一个' },
  });
}

/** Path, query and body as one object; most endpoints have only one of them. */
function inputReader({ params, query, body }: EndpointSchemas): (request: FastifyRequest) => unknown {
  const readers = [
    ...(params ? [(request: FastifyRequest) => request.params as object] : []),
    ...(query ? [(request: FastifyRequest) => request.query as object] : []),
    ...(body ? [(request: FastifyRequest) => request.body as object] : []),
  ];
  const [only] = readers;
  if (readers.length === 1 && only) return only;
  return (request) => Object.assign({}, ...readers.map((read) => read(request))) as object;
}

export function createRouter({ app, database, clock, identify }: RouterParts): Router {
  return {
    on(endpoint, schemas, who, handle) {
      const isOpen = (who as Who<Asker | null>) === anyone;
      const read = inputReader(schemas);
      const answer = (request: FastifyRequest, known: Asker | null) => {
        const asker = who.accept(known);
        const input = read(request) as InputOf<typeof schemas>;
        if (!endpoint.idempotent || !asker) return handle({ input, asker, tx: database });
        const keyed = { personId: asker.personId, key: keyOf(request), endpoint: endpoint.name, input };
        return onceByKey({ database, clock }, keyed, async (tx) => handle({ input, asker, tx }));
      };
      const send = (reply: FastifyReply, body: unknown) =>
        body instanceof SharedJson ? sendShared(reply, body) : reply.code(endpoint.status).send(body);
      app.route({
        method: endpoint.method,
        url: endpoint.path,
        schema: schemaOf(endpoint, schemas, isOpen),
        // Nothing is waited for that is there already: this is the hot path of every read from memory.
        handler: (request, reply) => {
          const known = request.headers.authorization === undefined ? null : identify(request);
          const body =
            known instanceof Promise ? known.then((asker) => answer(request, asker)) : answer(request, known);
          return body instanceof Promise ? body.then((made) => send(reply, made)) : send(reply, body);
        },
      });
    },
  };
}
