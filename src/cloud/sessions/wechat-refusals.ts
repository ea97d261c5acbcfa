import { sessionProblems } from '../../contract/sessions';
import { refuse } from '../platform/refusal';
import { WechatError } from '../platform/wechat/call';

/** 40029 used, unknown or expired; 40163 used twice. */
const refusedCodes = new Set([40029, 40163]);
const blockedCode = 40226;
const noQuotaCode = 1_400_001;

/** WeChat's answer in our words. */
export function refusalOfWechat(error: unknown): unknown {
  if (!(error instanceof WechatError)) return error;
  if (error.errcode !== null && refusedCodes.has(error.errcode))
    return refuse(sessionProblems.wechat_code_refused);
  if (error.errcode === blockedCode) return refuse(sessionProblems.wechat_blocked);
  if (error.errcode === noQuotaCode) return refuse(sessionProblems.phone_quota_used);
  return refuse(sessionProblems.wechat_unavailable, { retryAfter: 5 });
}
