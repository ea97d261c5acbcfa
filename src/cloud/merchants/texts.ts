import type { MerchantStatus } from '../../contract/merchants';

export const statusNames: Record<MerchantStatus, string> = {
  draft: '待审核',
  active: '参加中',
  paused: '暂停',
  ended: '已结束',
};
