import type { Company, IdentityKind } from '../../contract/people';

/** What a person is called until they say so themselves. */
export const newcomer = '骑手朋友';

export const companyNames: Record<Company, string> = {
  meituan: '美团',
  eleme: '饿了么',
  jd: '京东',
  sf_express: '顺丰',
  shansong: '闪送',
  dada: '达达',
  uu: 'UU 跑腿',
  cainiao: '菜鸟',
  zto: '中通',
  yto: '圆通',
  sto: '申通',
  yunda: '韵达',
  jitu: '极兔',
  ems: '邮政 EMS',
  freelance: '个人跑单',
  other: '其他',
};

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
