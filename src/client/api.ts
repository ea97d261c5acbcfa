import type { AnswerOf, Endpoint, EndpointSchemas, InputOf, ProblemBody } from '../contract/http';
import { idempotencyKeyHeader } from '../contract/http';
import { CallFailed, type Failure } from './failure';
import type { Http, HttpAnswer, HttpRequest } from './platform/http';
import { NetworkError } from './platform/network-error';

export interface Credentials {
  token(): string | null;
  /** The cloud does not know this token any more. */
  expire(token: string): void;
}

type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isProblem = (value: unknown): value is ProblemBody =>
  isRecord(value) && typeof value['code'] === 'string' && typeof value['status'] === 'number';

function queryOf(values: Values): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function requestOf(endpoint: Endpoint, input: Values, key?: string): HttpRequest {
  const { method, path, idempotent } = endpoint;
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)));
  const hasBody = method !== 'GET' && method !== 'DELETE';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (idempotent && key) headers[idempotencyKeyHeader] = key;
  if (endpoint.takesBytes) return { method, path: filled, headers, bytes: rest['bytes'] as Uint8Array };
  return hasBody
    ? { method, path: filled, headers, body: rest }
    : { method, path: filled + queryOf(rest), headers };
}

function failureIn({ status, body }: HttpAnswer): Failure {
  if (status < 400 || !isProblem(body)) return { kind: 'broken' };
  const { code, detail, title, fields, retryAfter, current } = body;
  return {
    kind: 'refused',
    code,
    detail: detail || title || '',
    fields: isRecord(fields) ? fields : {},
    status,
    retryAfter: typeof retryAfter === 'number' ? retryAfter : null,
    ...(isRecord(current) && { current }),
  };
}

/** The cloud, one typed call an endpoint. */
export class Api {
  constructor(
    private readonly http: Http,
    private readonly credentials: Credentials,
  ) {}

  /**
   * Throws CallFailed. `key` makes a create repeatable: the same tap, the same key. A read is tried twice where
   * there was no way to the cloud.
   */
  async call<Schemas extends EndpointSchemas, Code extends string>(
    endpoint: Endpoint<Schemas, Code>,
    input: InputOf<Schemas>,
    { key }: { key?: string } = {},
  ): Promise<AnswerOf<Schemas>> {
    const token = this.credentials.token();
    const request = this.requestFor(endpoint, input, key);
    const answer = await this.send(request, endpoint.method === 'GET' ? 2 : 1);
    const isDone = answer.status === endpoint.status && (answer.status === 204 || isRecord(answer.body));
    if (isDone) return answer.body as AnswerOf<Schemas>;
    const failure = failureIn(answer);
    if (token && failure.kind === 'refused' && failure.status === 401) this.credentials.expire(token);
    throw new CallFailed(failure);
  }

  /** The request as it is sent, for what reads its answer in another way. */
  requestFor<Schemas extends EndpointSchemas, Code extends string>(
    endpoint: Endpoint<Schemas, Code>,
    input: InputOf<Schemas>,
    key?: string,
  ): HttpRequest {
    const token = this.credentials.token();
    const request = requestOf(endpoint, isRecord(input) ? input : {}, key);
    return token
      ? { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }
      : request;
  }

  private async send(request: HttpRequest, tries: number): Promise<HttpAnswer> {
    try {
      return await this.http.send(request);
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      if (error.reason === 'offline' && tries > 1) return this.send(request, tries - 1);
      throw new CallFailed({ kind: error.reason });
    }
  }
}
