import { sessionProblems } from '../../contract/sessions';
import type { Proof } from '../people/service';
import { refuse } from '../platform/refusal';
import type { Sealing } from '../platform/sealing';
import type { MiniProgram, WechatIdentity } from '../platform/wechat/mini-program';
import { phoneSubjectOf } from './phone-codes';
import { refusalOfWechat } from './wechat-refusals';

export const wechatProof = (
  provider: 'wechat' | 'wechat_web',
  { openid, unionid }: WechatIdentity,
): Proof => ({
  provider,
  subject: openid,
  unionid,
});

/** @param phone E.164. */
export const phoneProof = (sealing: Sealing, phone: string): Proof => ({
  provider: 'phone',
  subject: phoneSubjectOf(sealing, phone),
  phone,
});

/** What WeChat answers; its refusals in our words. */
export function askWechat<Answer>(
  miniProgram: MiniProgram | null,
  ask: (app: MiniProgram) => Promise<Answer>,
): Promise<Answer> {
  if (!miniProgram) throw refuse(sessionProblems.wechat_unavailable);
  return ask(miniProgram).catch((error: unknown) => {
    throw refusalOfWechat(error);
  });
}
