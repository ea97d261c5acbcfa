import Taro from '@tarojs/taro';
import type { Http, HttpAnswer } from './http';
import { NetworkError } from './network-error';

declare const API_URL: string;

const timeoutMs = 15_000;

const isTimeout = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errMsg' in error && /timeout/i.test(String(error.errMsg));

const inLowerCase = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

export const http: Http = {
  async send({ method, path, headers, body }): Promise<HttpAnswer> {
    try {
      const answer = await Taro.request<unknown, object>({
        url: API_URL + path,
        method,
        timeout: timeoutMs,
        // WeChat names JSON by itself, also for a request without a body, which a strict server refuses.
        header: { ...headers, 'content-type': body === undefined ? 'text/plain' : 'application/json' },
        ...(body !== undefined && { data: JSON.stringify(body) as unknown as object }),
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
