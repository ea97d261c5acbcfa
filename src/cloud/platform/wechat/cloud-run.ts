import { timingSafeEqual } from 'node:crypto';
import type { Caller } from '../router';
import type { Settings } from '../settings';
import type { WechatIdentity } from './mini-program';

const equal = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Who 云托管's gateway says it is; null when it is not to be believed: only where the setting says that nobody else can
 * reach us, and for our own app.
 */
export function identityFromCloudRun(
  { trustsCloudRun, wechat }: Pick<Settings, 'trustsCloudRun' | 'wechat'>,
  { header }: Caller,
): WechatIdentity | null {
  const openid = header('x-wx-openid');
  const source = header('x-wx-source') ?? header('x-wx-sources');
  if (!trustsCloudRun || !wechat || !openid || !source) return null;
  if (!equal(header('x-wx-appid') ?? '', wechat.appId)) return null;
  return { openid, unionid: header('x-wx-unionid') ?? null };
}
