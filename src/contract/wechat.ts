import { defineProblems, endpoint, problems } from './http';
import type { getWechatSignatureSchemas } from './wechat.schema';

export const wechatProblems = defineProblems({
  wechat_web_off: [404, '这里没有接入公众号'],
});

/** Anyone, for a page of this server: lets WeChat's JS-SDK work there. */
export const getWechatSignature = endpoint<typeof getWechatSignatureSchemas>()({
  name: 'getWechatSignature',
  method: 'GET',
  path: '/api/wechat/signature',
  summary: 'Signature for WeChat’s JS-SDK',
  problems: [problems.unavailable, wechatProblems.wechat_web_off],
});
