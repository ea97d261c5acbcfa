import type { Static, TSchema } from 'typebox';

/** One way a request can be refused. `title` is what a person reads when there is nothing more exact to say. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly status: number;
  readonly title: string;
}

/** Turns `{ too_far: [409, '离站点太远'] }` into problems that know their own code. */
export function defineProblems<const Table extends Record<string, readonly [status: number, title: string]>>(
  table: Table,
): { readonly [Code in keyof Table & string]: Problem<Code> } {
  const entries = Object.entries(table).map(([code, [status, title]]) => [code, { code, status, title }]);
  return Object.fromEntries(entries) as { [Code in keyof Table & string]: Problem<Code> };
}

/** Problems that belong to no concept. */
export const problems = defineProblems({
  invalid_input: [400, '填写的内容有误'],
  unauthenticated: [401, '请先登录'],
  forbidden: [403, '没有权限'],
  not_found: [404, '没有找到'],
  conflict: [409, '内容已被别人更新，请刷新后再试'],
  payload_too_large: [413, '内容太大'],
  unsupported_media_type: [415, '内容格式不支持'],
  idempotency_key_missing: [400, '缺少 Idempotency-Key'],
  idempotency_key_reused: [422, '同一个 Idempotency-Key 用在了不同的内容上'],
  rate_limited: [429, '操作太频繁，请稍后再试'],
  internal: [500, '服务出了点问题，请稍后再试'],
  unavailable: [503, '服务暂时不可用，请稍后再试'],
});

/** Any endpoint can answer these; an endpoint's own list names the rest. */
export const problemsOfEveryEndpoint = [
  problems.invalid_input,
  problems.rate_limited,
  problems.internal,
  problems.unavailable,
] as const;

/** Any endpoint that wants an Idempotency-Key can answer these. */
export const problemsOfEveryCreate = [
  problems.idempotency_key_missing,
  problems.idempotency_key_reused,
  problems.payload_too_large,
  problems.unsupported_media_type,
] as const;

/** Body of every refusal: RFC 9457 problem+json. */
export interface ProblemBody<Code extends string = string> {
  /** URI of the kind of problem, `/problems/<code>`. */
  type: string;
  title: string;
  status: number;
  code: Code;
  /** zh-CN, for people. */
  detail: string;
  /** Field path → what is right, zh-CN. */
  fields?: Record<string, string>;
  /** Seconds to wait before the same request makes sense again. */
  retryAfter?: number;
  /** How the thing stands by now, where a change of it came too late. */
  current?: { state: string; version: number };
}

/** The schemas of one endpoint. Parameters in the path, query and body never share a name. */
export interface EndpointSchemas {
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** A body that is no JSON but bytes, in `bytes` of the input. */
  readonly bytes?: TSchema;
  /** Missing for 204. */
  readonly answer?: TSchema;
}

type StaticOf<Schema> = Schema extends TSchema ? Static<Schema> : unknown;

type BytesOf<Schemas extends EndpointSchemas> = Schemas['bytes'] extends TSchema
  ? { bytes: Static<Schemas['bytes']> }
  : unknown;

/** What a caller hands over: path parameters, query and body as one flat object. */
export type InputOf<Schemas extends EndpointSchemas> = StaticOf<Schemas['params']> &
  StaticOf<Schemas['query']> &
  StaticOf<Schemas['body']> &
  BytesOf<Schemas>;

/** What a caller gets back. */
export type AnswerOf<Schemas extends EndpointSchemas> = Schemas['answer'] extends TSchema
  ? Static<Schemas['answer']>
  : undefined;

export interface Endpoint<Schemas extends EndpointSchemas = EndpointSchemas, Code extends string = string> {
  /** Verb + noun; the service function and the client's call bear the same name. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `:parameters`, below the host. */
  readonly path: `/api/${string}`;
  /** One line for the reference. */
  readonly summary: string;
  /** Status of success. */
  readonly status: 200 | 201 | 204;
  /** Problems of this endpoint beyond those of every endpoint. */
  readonly problems: readonly Problem<Code>[];
  /** Whether it wants an `Idempotency-Key` header; every create does. */
  readonly idempotent: boolean;
  /** Bytes of body it takes, where that is more than usual. */
  readonly bodyLimit?: number;
  /** Whether its body is `bytes` of the input, as application/octet-stream, and no JSON. */
  readonly takesBytes?: boolean;
  /** Only for the compiler: carries the types. */
  readonly schemas?: Schemas;
}

interface EndpointParts<Code extends string> {
  name: string;
  method: Endpoint['method'];
  path: Endpoint['path'];
  summary: string;
  status?: Endpoint['status'];
  problems: readonly Problem<Code>[];
  idempotent?: boolean;
  bodyLimit?: number;
  takesBytes?: boolean;
}

/** Describes an endpoint: `endpoint<typeof listStationsSchemas>()({ … })`. */
export function endpoint<Schemas extends EndpointSchemas>() {
  return <const Code extends string>(parts: EndpointParts<Code>): Endpoint<Schemas, Code> => ({
    status: 200,
    idempotent: false,
    ...parts,
  });
}

/** Limits every list keeps. */
export const pageLimits = { default: 20, max: 50 } as const;

/** Header that makes a create repeatable: 16–64 characters of `A–Z a–z 0–9 _ -`, stored with its answer for 24 h. */
export const idempotencyKeyHeader = 'idempotency-key';
export const idempotencyKeyPattern = '^[A-Za-z0-9_-]{16,64}$';
