import { createHash, createHmac } from 'node:crypto';

interface Signed {
  method: string;
  url: URL;
  region: string;
  service: string;
  /** Hexadecimal SHA-256 of the body. */
  bodyHash: string;
  at: Date;
  /** Further headers to be signed, names in small letters. */
  headers?: Readonly<Record<string, string>>;
}

export const sha256Hex = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** As AWS encodes: everything but unreserved characters. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const queryOf = (url: URL) =>
  [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

/** The headers of a request, with Signature Version 4. */
export function awsAuthorization(
  { accessKeyId, secretKey }: { accessKeyId: string; secretKey: string },
  { method, url, region, service, bodyHash, at, headers = {} }: Signed,
): Record<string, string> {
  const moment = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = moment.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const sent = { ...headers, 'x-amz-content-sha256': bodyHash, 'x-amz-date': moment };
  const signed = Object.entries({ ...sent, host: url.host }).sort(([one], [other]) => (one < other ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value.trim()}\n`).join('');
  const canonical = [method, url.pathname, queryOf(url), lines, names, bodyHash].join('\n');
  const text = ['AWS4-HMAC-SHA256', moment, scope, sha256Hex(canonical)].join('\n');
  const key = ['aws4_request', service, region, day].reduceRight<string | Buffer>(
    (last, part) => hmac(last, part),
    `AWS4${secretKey}`,
  );
  const signature = hmac(key, text).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
}
