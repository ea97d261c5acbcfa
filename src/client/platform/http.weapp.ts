import Taro from '@tarojs/taro';
import type { Http, HttpAnswer, HttpRequest } from './http';
import { NetworkError } from './network-error';

declare const API_URL: string;

const timeoutMs = 15_000;

const isTimeout = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errMsg' in error && /timeout/i.test(String(error.errMsg));

const inLowerCase = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

function sent({ headers, body, bytes }: HttpRequest): { header: Record<string, string>; data?: object } {
  // WeChat sends all of the buffer, whatever part of it is looked at.
  if (bytes)
    return { header: { ...headers, 'content-type': 'application/octet-stream' }, data: bytes.slice().buffer };
  // WeChat names JSON by itself, also for a request without a body, which a strict server refuses.
  if (body === undefined) return { header: { ...headers, 'content-type': 'text/plain' } };
  const data = JSON.stringify(body) as unknown as object;
  return { header: { ...headers, 'content-type': 'application/json' }, data };
}

export const http: Http = {
  async send(request): Promise<HttpAnswer> {
    try {
      const answer = await Taro.request<unknown, object>({
        url: API_URL + request.path,
        method: request.method,
        timeout: timeoutMs,
        ...sent(request),
      });
      const isEmpty = answer.data === '' || answer.data === null;
      return {
        status: answer.statusCode,
        headers: inLowerCase(answer.header),
        body: isEmpty ? undefined : answer.data,
      };
    } catch (error) {
      throw new NetworkError(isTimeout(error) ? 'timeout' : 'offline');
    }
  },
};
