import { createHash, createHmac } from 'node:crypto';
import type { Clock } from './clock';
import type { Settings, SmsSettings } from './settings';

/** The message was not taken; `isLimit`: too many to this number or in all. */
export class SmsError extends Error {
  constructor(
    readonly code: string | null,
    readonly isLimit: boolean,
  ) {
    super(`SMS was refused: ${code ?? 'no answer'}`);
  }
}

export interface Sms {
  /** @param phone E.164. @param minutes how long the code is good. Throws SmsError. */
  sendCode(phone: string, code: string, minutes: number): Promise<void>;
}

interface SendAnswer {
  Response: {
    Error?: { Code: string };
    SendStatusSet?: { Code: string }[];
  };
}

const timeoutMs = 5_000;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

const contentType = 'application/json; charset=utf-8';

/** Signature TC3-HMAC-SHA256 (签名方法 v3) of a POST with the headers content-type and host. */
export function tencentAuthorization(
  { secretId, secretKey }: Pick<SmsSettings, 'secretId' | 'secretKey'>,
  { service, host, body, at }: { service: string; host: string; body: string; at: Date },
): string {
  const date = at.toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const headers = `content-type:${contentType}\nhost:${host}\n`;
  const canonical = ['POST', '/', '', headers, 'content-type;host', sha256(body)].join('\n');
  const seconds = Math.floor(at.getTime() / 1_000);
  const text = ['TC3-HMAC-SHA256', seconds, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
  const signature = hmac(key, text).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=content-type;host, Signature=${signature}`;
}

/** 腾讯云短信, SendSms 2021-01-11. The template's values are the code and its minutes. */
function createTencentSms(settings: SmsSettings, clock: Clock): Sms {
  const { apiUrl, sdkAppId, signName, templateId } = settings;
  const { host } = new URL(apiUrl);

  async function send(body: string): Promise<SendAnswer> {
    const at = clock.now();
    try {
      const answer = await fetch(`${apiUrl}/`, {
        method: 'POST',
        signal: AbortSignal.timeout(timeoutMs),
        body,
        headers: {
          'content-type': contentType,
          'x-tc-action': 'SendSms',
          'x-tc-version': '2021-01-11',
          'x-tc-region': 'ap-guangzhou',
          'x-tc-timestamp': String(Math.floor(at.getTime() / 1_000)),
          authorization: tencentAuthorization(settings, { service: 'sms', host, body, at }),
        },
      });
      return (await answer.json()) as SendAnswer;
    } catch {
      // The request holds the number and the code.
      throw new SmsError(null, false);
    }
  }

  return {
    async sendCode(phone, code, minutes) {
      const body = JSON.stringify({
        PhoneNumberSet: [phone],
        SmsSdkAppId: sdkAppId,
        SignName: signName,
        TemplateId: templateId,
        TemplateParamSet: [code, String(minutes)],
      });
      const { Response: answer } = await send(body);
      const status = answer.Error?.Code ?? answer.SendStatusSet?.[0]?.Code ?? null;
      if (status !== 'Ok') throw new SmsError(status, status?.startsWith('LimitExceeded') ?? false);
    },
  };
}

/** For whoever runs the server on their own machine: on its standard output, never in the log or an answer. */
const printedSms: Sms = {
  sendCode(phone, code, minutes) {
    process.stdout.write(`[sms] ${phone} ${code} (${minutes} min)\n`);
    return Promise.resolve();
  },
};

/** null: this server can send none. */
export function createSms(
  { sms, isProduction }: Pick<Settings, 'sms' | 'isProduction'>,
  clock: Clock,
): Sms | null {
  if (sms) return createTencentSms(sms, clock);
  return isProduction ? null : printedSms;
}
