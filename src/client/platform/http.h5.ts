import type { Http, HttpAnswer, HttpRequest } from './http';
import { NetworkError } from './network-error';

declare const API_URL: string;

const timeoutMs = 15_000;

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function sent({ headers, body, bytes }: HttpRequest): Pick<RequestInit, 'headers' | 'body'> {
  if (bytes)
    return {
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: bytes.slice().buffer,
    };
  if (body === undefined) return { headers, body: null };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export const http: Http = {
  async send(request): Promise<HttpAnswer> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), timeoutMs);
    try {
      const answer = await fetch(API_URL + request.path, {
        method: request.method,
        ...sent(request),
        credentials: 'omit',
        signal: controller.signal,
      });
      const text = await answer.text();
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers.entries()),
        body: parsed(text),
      };
    } catch {
      throw new NetworkError(controller.signal.aborted ? 'timeout' : 'offline');
    } finally {
      clearTimeout(timer);
    }
  },
};
