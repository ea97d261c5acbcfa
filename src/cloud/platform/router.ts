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
import { bytesIn, bytesType } from './bytes';
import type { Clock } from './clock';
import type { Database, Queries } from './database';
import { createEvents, EventStream } from './events';
import { onceByKey } from './idempotency';
import type { Limits, Traffic } from './rate-limit';
import { refuse } from './refusal';
import { anyone, type Rule, type Scope } from './rules';
import { sendShared, SharedJson } from './shared-json';

/** Whoever sent the request. */
export interface Caller {
  address: string;
  /** Names in small letters. */
  header(name: string): string | undefined;
  /** Its Idempotency-Key; refused without one. */
  key(): string;
}

export interface Call<Schemas extends EndpointSchemas, A extends Asker | null> {
  /** Path parameters, query and body, validated, as one object. */
  input: InputOf<Schemas>;
  asker: A;
  /** Where all writes of an idempotent endpoint go; outside a transaction elsewhere. */
  tx: Queries;
  caller: Caller;
}

/** What the contract says, the same already written for all who ask, or told again and again. */
type Answer<Schemas extends EndpointSchemas> =
  AnswerOf<Schemas> | SharedJson<AnswerOf<Schemas>> | EventStream<AnswerOf<Schemas>>;

type Handle<Schemas extends EndpointSchemas, A extends Asker | null> = (
  call: Call<Schemas, A>,
) => Promise<Answer<Schemas>> | Answer<Schemas>;

export interface Router {
  on<Schemas extends EndpointSchemas, A extends Asker | null>(
    endpoint: Endpoint<Schemas>,
    schemas: Schemas,
    rule: Rule<A>,
    handle: Handle<Schemas, A>,
  ): void;
  /** The same for a create that answers a repeated key by itself: it is given no transaction of its own. */
  onKeyed<Schemas extends EndpointSchemas, A extends Asker>(
    endpoint: Endpoint<Schemas>,
    schemas: Schemas,
    rule: Rule<A>,
    handle: Handle<Schemas, A>,
  ): void;
}

interface RouterParts {
  app: FastifyInstance;
  database: Database;
  clock: Clock;
  identify(request: FastifyRequest): Promise<Asker | null> | Asker | null;
  limits: Pick<Limits, 'count'>;
  /** Endpoint name → who may call it. What is missing here is not served. */
  policy: Readonly<Record<string, Rule>>;
  /** The community of what a rule is about, by the field that names it; throws when there is no such thing. */
  communityOf: Record<Scope, (id: string) => Promise<string> | string>;
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
    // Nothing is there to be checked of bytes but how many there are.
    ...(endpoint.takesBytes && { body: { content: { [bytesType]: { schema: {} } } } }),
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
function inputReader({ params, query, body, bytes }: EndpointSchemas): (request: FastifyRequest) => unknown {
  const readers = [
    ...(params ? [(request: FastifyRequest) => request.params as object] : []),
    ...(query ? [(request: FastifyRequest) => request.query as object] : []),
    ...(body ? [(request: FastifyRequest) => request.body as object] : []),
    ...(bytes ? [(request: FastifyRequest) => ({ bytes: bytesIn(request) })] : []),
  ];
  const [only] = readers;
  if (readers.length === 1 && only) return only;
  return (request) => Object.assign({}, ...readers.map((read) => read(request))) as object;
}

/** The field of the path that names what the rule is about; null where it is about none. */
function scopeOf({ who, over }: Rule): Scope | null {
  if (who === 'member') return 'communityId';
  return over === 'all' || over === 'own' ? null : over;
}

function demandStated(policy: RouterParts['policy'], { name }: Endpoint, rule: Rule): void {
  if (policy[name] !== rule) throw new Error(`${name} is not in the policy as its route has it`);
}

const callerOf = (request: FastifyRequest): Caller => ({
  get address() {
    return request.ip;
  },
  header(name) {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  },
  key: () => keyOf(request),
});

/** What a request counts as. */
export const trafficOf = (method: string): Traffic =>
  method === 'GET' || method === 'HEAD' ? 'read' : 'write';

const placeOf = ({ method, path, name, bodyLimit, takesBytes = false }: Endpoint) => ({
  method,
  url: path,
  config: { endpoint: name, takesBytes },
  ...(bodyLimit !== undefined && { bodyLimit }),
});

/** Answers with what a handler made. */
function createSend(sendEvents: ReturnType<typeof createEvents>, { status }: Endpoint) {
  return (reply: FastifyReply, body: unknown) => {
    if (body instanceof SharedJson) return sendShared(reply, body);
    if (body instanceof EventStream) return sendEvents(reply, body);
    return reply.code(status).send(body);
  };
}

export function createRouter({
  app,
  database,
  clock,
  limits,
  identify,
  policy,
  communityOf,
}: RouterParts): Router {
  const sendEvents = createEvents(app);

  function serve<Schemas extends EndpointSchemas, A extends Asker | null>(
    endpoint: Endpoint<Schemas>,
    schemas: Schemas,
    rule: Rule<A>,
    handle: Handle<Schemas, A>,
    isOnceByRouter: boolean,
  ): void {
    demandStated(policy, endpoint, rule);
    const read = inputReader(schemas);
    const scope = scopeOf(rule);
    const traffic = trafficOf(endpoint.method);
    const idOf = (request: FastifyRequest) =>
      scope && ((request.params as Partial<Record<Scope, string>>)[scope] ?? '');
    const answer = (request: FastifyRequest, known: Asker | null, communityId: string | null) => {
      const asker = rule.accept(known, communityId, idOf(request));
      const input = read(request) as InputOf<typeof schemas>;
      const caller = callerOf(request);
      if (!isOnceByRouter || !endpoint.idempotent || !asker)
        return handle({ input, asker, tx: database, caller });
      const keyed = { personId: asker.personId, key: keyOf(request), endpoint: endpoint.name, input };
      return onceByKey({ database, clock }, keyed, async (tx) => handle({ input, asker, tx, caller }));
    };
    const answerScoped = (request: FastifyRequest, known: Asker | null) => {
      if (known) limits.count(traffic, 'person', known.personId);
      // Nobody learns what there is before saying who they are.
      if (!scope || !known) return answer(request, known, null);
      const found = communityOf[scope](idOf(request) ?? '');
      if (typeof found === 'string') return answer(request, known, found);
      return found.then((communityId) => answer(request, known, communityId));
    };
    const send = createSend(sendEvents, endpoint);
    app.route({
      ...placeOf(endpoint),
      schema: schemaOf(endpoint, schemas, rule === (anyone as Rule<never>)),
      // Nothing is waited for that is there already: this is the hot path of every read from memory.
      handler: (request, reply) => {
        const known = request.headers.authorization === undefined ? null : identify(request);
        const body =
          known instanceof Promise
            ? known.then((asker) => answerScoped(request, asker))
            : answerScoped(request, known);
        return body instanceof Promise ? body.then((made) => send(reply, made)) : send(reply, body);
      },
    });
  }

  return {
    on: (endpoint, schemas, rule, handle) => serve(endpoint, schemas, rule, handle, true),
    onKeyed: (endpoint, schemas, rule, handle) => serve(endpoint, schemas, rule, handle, false),
  };
}
