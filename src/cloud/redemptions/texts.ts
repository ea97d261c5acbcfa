import type { RedemptionWay } from '../../contract/coupons';
import type { RedemptionFlag } from '../../contract/redemptions';

export const nameless = '骑手';

export const wayNames: Record<RedemptionWay, string> = {
  confirmed: '店家确认',
  screen: '扫店家屏幕',
  pass: '店家扫骑手码',
  trusted_code: '扫店里的码',
};

export const flagNames: Record<RedemptionFlag, string> = {
  far: '离店较远',
  often: '同一天多次',
  closed: '非营业时间',
  night: '深夜',
};

export const sheetTexts = {
  redemptions: (merchant: string, from: string, to: string) => `${merchant}-核销-${from}至${to}.xlsx`,
  settlement: (month: string) => `优惠结算-${month}.xlsx`,
  total: '合计',
} as const;
