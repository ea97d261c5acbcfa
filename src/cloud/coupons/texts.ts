import type { CouponPeriod, GrantState, RedemptionWay } from '../../contract/coupons';

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];

const limitTexts: Record<CouponPeriod, string> = {
  day: '这张券今天已用过，明天 0 点后可再用',
  week: '这张券本周已用满，下周一 0 点后可再用',
  month: '这张券本月已用满，下个月 1 日 0 点后可再用',
  ever: '这张券每人限用的次数已用完',
};

/** `每周一、三、五 11:00–13:30 可用` */
function hoursText(weekdays: readonly number[], from: string | null, to: string | null): string {
  const named = weekdays.toSorted().map((weekday) => weekdayNames[weekday - 1]);
  const days = weekdays.length === 7 ? '每天' : `每周${named.join('、')}`;
  return from && to ? `${days} ${from}–${to} 可用` : `${days}可用`;
}

export const couponTexts = {
  limit: (period: CouponPeriod) => limitTexts[period],
  closed: (weekdays: readonly number[], from: string | null, to: string | null) =>
    `现在不在使用时段，${hoursText(weekdays, from, to)}`,
  notYet: (day: string) => `这张券从 ${day} 起可以用`,
  /** `这张券要 10 积分，还差 3 积分` */
  pointsFew: (price: number, missing: number) => `这张券要 ${price} 积分，还差 ${missing} 积分`,
  audience: {
    members: '先加入社区，就能领这张券',
    verified: '这张券给身份已核实的骑手，请先请社区工作人员核实',
    grid_members: '这张券是流动网格员的，申请通过后就能领',
  },
} as const;

export const grantStateNames: Record<GrantState, string> = {
  available: '可用',
  held: '等店家确认',
  redeemed: '已使用',
  reversed: '已撤销',
  expired: '已过期',
  revoked: '已收回',
};

export const wayNames: Record<RedemptionWay, string> = {
  confirmed: '店家确认',
  screen: '扫店家屏幕上的码',
  pass: '店家扫骑手的码',
  trusted_code: '扫店里的码',
};
