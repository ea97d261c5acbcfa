import type { IdentityKind } from '../../contract/people';

/** What a person is called until they say so themselves. */
export const newcomer = '骑手朋友';

export const identityNames: Record<IdentityKind, string> = {
  wechat: '微信',
  wechat_web: '微信（网页）',
  phone: '手机号',
  demo: '演示账号',
};

export const exportTexts = {
  title: '我的数据',
  of: '暖新为您保存的全部个人数据',
  madeAt: '导出时间',
  nothing: '没有记录',
  yes: '是',
  no: '否',
};
