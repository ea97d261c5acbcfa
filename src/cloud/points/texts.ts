import type { PointKind } from '../../contract/points';

export const pointsTexts = {
  tooFew: (balance: number) => `现在只有 ${balance} 积分，扣不了这么多`,
} as const;

export const kindNames: Record<PointKind, string> = {
  check_in: '签到',
  report: '随手报',
  volunteering: '志愿服务',
  coupon: '换优惠券',
  refund: '优惠券没用成，积分退回',
  correction: '更正',
};
