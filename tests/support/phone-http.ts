import type { Http, HttpAnswer, HttpRequest } from '../../src/client/platform/http';
import { NetworkError } from '../../src/client/platform/network-error';

/** Real HTTP to a server. @param own headers of every request, as a proxy on the way adds them. */
export function httpTo(baseUrl: string, own: Readonly<Record<string, string>> = {}): Http {
  return {
    async send({ method, path, headers: sent, body, bytes }): Promise<HttpAnswer> {
      const headers = { ...sent, ...own };
      const type = bytes ? 'application/octet-stream' : 'application/json';
      const isEmpty = body === undefined && bytes === undefined;
      const answer = await fetch(baseUrl + path, {
        method,
        headers: isEmpty ? headers : { ...headers, 'content-type': type },
        body: isEmpty ? null : bytes ? bytes.slice() : JSON.stringify(body),
      }).catch(() => {
        throw new NetworkError('offline');
      });
      const text = await answer.text();
      const isJson = (answer.headers.get('content-type') ?? '').includes('json');
      const parsed: unknown = isJson && text ? JSON.parse(text) : text || undefined;
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: parsed };
    },
  };
}

type Step = (request: HttpRequest) => Promise<HttpAnswer>;

/** A way for requests that a test can block, listen to and break. */
export class PhoneHttp implements Http {
  readonly requests: HttpRequest[] = [];
  isBlocked = false;
  private readonly steps: Step[] = [];
  private readonly stepsTo: { path: RegExp; step: Step }[] = [];

  constructor(private readonly way: Http) {}

  async send(request: HttpRequest): Promise<HttpAnswer> {
    this.requests.push(request);
    if (this.isBlocked) throw new NetworkError('offline');
    const at = this.stepsTo.findIndex(({ path }) => path.test(request.path));
    const step = at >= 0 ? this.stepsTo.splice(at, 1)[0]?.step : this.steps.shift();
    return step ? step(request) : this.way.send(request);
  }

  /** The next request arrives and is answered, but its answer is lost. */
  loseNextAnswer(): void {
    this.steps.push(this.lost);
  }

  loseNextAnswerTo(path: RegExp): void {
    this.stepsTo.push({ path, step: this.lost });
  }

  /** The next request is answered on the way, by a proxy say. */
  answerNext(answer: Omit<HttpAnswer, 'headers'>): void {
    this.steps.push(() => Promise.resolve({ headers: {}, ...answer }));
  }

  answerNextTo(path: RegExp, answer: Omit<HttpAnswer, 'headers'>): void {
    this.stepsTo.push({ path, step: () => Promise.resolve({ headers: {}, ...answer }) });
  }

  /** The next answer waits until it is let go. */
  holdNextAnswer(): () => void {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.steps.push(async (request) => {
      const answer = await this.way.send(request);
      await gate;
      return answer;
    });
    return release;
  }

  private readonly lost: Step = async (request) => {
    await this.way.send(request);
    throw new NetworkError('timeout');
  };

  /** Method and path of what was sent. */
  get log(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }
}
