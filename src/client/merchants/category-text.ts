import type { MerchantCategory } from '../../contract/merchants';

export const categoryTexts: Record<MerchantCategory, string> = {
  catering: '餐饮',
  health: '健康',
  education: '学习',
  other: '其他',
};
