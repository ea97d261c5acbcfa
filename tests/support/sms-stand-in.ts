import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { tencentAuthorization } from '../../src/cloud/platform/sms';
import type { SmsSettings } from '../../src/cloud/platform/settings';
import { listenLocally } from './local-server';

/** A local stand-in of 腾讯云短信's SendSms: it checks the signature, keeps what it was to send, errors included. */
export interface SmsStandIn {
  settings: SmsSettings;
  /** The last code sent to the number. */
  codeFor(phone: string): string | undefined;
  /** How many were sent to the number. */
  countFor(phone: string): number;
  failNext(code: string): void;
  close(): Promise<void>;
}

interface SendBody {
  PhoneNumberSet: string[];
  TemplateParamSet: string[];
}

export async function startSmsStandIn(): Promise<SmsStandIn> {
  const sent: { phone: string; code: string }[] = [];
  const failures: string[] = [];
  const account = { secretId: 'id-of-the-test', secretKey: 'key-of-the-test' };

  async function answerTo(request: IncomingMessage): Promise<object> {
    const body = await text(request);
    const host = request.headers.host ?? '';
    const at = new Date(Number(request.headers['x-tc-timestamp']) * 1_000);
    const right = tencentAuthorization(account, { service: 'sms', host, body, at });
    if (request.headers.authorization !== right || request.headers['x-tc-action'] !== 'SendSms')
      return { Error: { Code: 'AuthFailure.SignatureFailure', Message: 'stand-in' } };
    const failure = failures.shift();
    if (failure?.startsWith('InternalError')) return { Error: { Code: failure, Message: 'stand-in' } };
    if (failure) return { SendStatusSet: [{ Code: failure }] };
    const {
      PhoneNumberSet: [phone = ''],
      TemplateParamSet: [code = ''],
    } = JSON.parse(body) as SendBody;
    sent.push({ phone, code });
    return { SendStatusSet: [{ Code: 'Ok' }] };
  }

  const server = await listenLocally((request, response) => {
    void answerTo(request).then((answer) => response.end(JSON.stringify({ Response: answer })));
  });

  return {
    settings: {
      ...account,
      sdkAppId: '1400000000',
      signName: '暖新',
      templateId: '100001',
      apiUrl: server.url,
    },
    codeFor: (number) => sent.findLast(({ phone }) => phone === number)?.code,
    countFor: (number) => sent.filter(({ phone }) => phone === number).length,
    failNext: (code) => void failures.push(code),
    close: server.close,
  };
}
