import type { Company } from '../../contract/people';

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
  ems: '中国邮政',
  freelance: '自己接单',
  other: '其他公司',
};
