import { Value } from 'typebox/value';
import type { AnswerOf, Endpoint, EndpointSchemas, Problem } from '../../src/contract/http';
import type { Http, HttpAnswer, HttpRequest } from '../../src/client/platform/http';

interface Recorded {
  readonly method: string;
  readonly path: RegExp;
  readonly status: number;
  answer(request: HttpRequest): unknown;
}

const patternOf = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/?]+')}(?:\\?.*)?$`);
const json = (status: number, body: unknown): HttpAnswer => ({ status, headers: {}, body });

/** Answers as a cloud would give them, each held against the contract; what nobody recorded is not found. */
export class RecordedCloud implements Http {
  private readonly recorded: Recorded[] = [];
  private readonly refusals: { method: string; path: RegExp; problem: Problem }[] = [];

  /** The last one recorded for an endpoint answers. */
  on<Schemas extends EndpointSchemas, Code extends string>(
    { method, path, status }: Endpoint<Schemas, Code>,
    { answer: schema }: EndpointSchemas,
    answer: (request: HttpRequest) => AnswerOf<Schemas>,
  ): void {
    this.recorded.unshift({
      method,
      path: patternOf(path),
      status,
      answer(request) {
        const body: unknown = answer(request);
        if (schema && !Value.Check(schema, body)) {
          throw new Error(`${method} ${path}: ${JSON.stringify(Value.Errors(schema, body))}`);
        }
        return body;
      },
    });
  }

  refuseNext({ method, path }: Endpoint, problem: Problem): void {
    this.refusals.push({ method, path: patternOf(path), problem });
  }

  send(request: HttpRequest): Promise<HttpAnswer> {
    const isFor = ({ method, path }: { method: string; path: RegExp }) =>
      method === request.method && path.test(request.path);
    const refusal = this.refusals.findIndex(isFor);
    const [refused] = refusal >= 0 ? this.refusals.splice(refusal, 1) : [];
    if (refused) return Promise.resolve(problemOf(refused.problem));
    const found = this.recorded.find(isFor);
    if (!found) return Promise.resolve(problemOf({ code: 'not_found', status: 404, title: '没有找到' }));
    return Promise.resolve(json(found.status, found.answer(request)));
  }
}

const problemOf = ({ code, status, title }: Problem): HttpAnswer =>
  json(status, { type: `/problems/${code}`, title, status, code, detail: title });
