import type { PointKind, PointRule, PointSource } from '../../contract/points';

export const pointsTexts = {
  title: '我的积分',
  unit: '积分',
  thanks: '谢谢您为社区出的每一份力',
  howTitle: '怎么得积分',
  useTitle: '能做什么',
  use: '换优惠券',
  useHint: '领的时候扣，没用成会退回来',
  notMoney: '积分是社区的一份心意，不是钱，不能提现，也不能转给别人。',
  noRules: '社区现在没有给积分的活动',
  listTitle: '明细',
  empty: '还没有积分',
  emptyHint: '到站点签个到，就有了',
  signedOut: '登录后看您的积分',
  signedOutHint: '积分都记在您的账号里',
  signIn: '去登录',
} as const;

export const kindNames: Record<PointKind, string> = {
  check_in: '到站点签到',
  report: '随手报被采纳',
  volunteering: '志愿服务',
  coupon: '换优惠券',
  refund: '券没用成，积分退回',
  correction: '工作人员更正',
};

/** “每次 2 积分，一天最多 1 次”. */
const ruleTexts: Record<PointSource, (rule: PointRule) => string> = {
  check_in: ({ points, perDay }) =>
    perDay === 1 ? `每天第一次签到，${points} 积分` : `每次 ${points} 积分，每天最多 ${perDay} 次`,
  report: ({ points, perDay }) => `每件 ${points} 积分，每天最多 ${perDay} 件`,
  volunteering: ({ points, perDay }) => `每小时 ${points} 积分，每天最多 ${perDay} 小时`,
};

export const ruleText = (rule: PointRule): string => ruleTexts[rule.source](rule);

/** “+2”, “−7”. */
export const amountText = (amount: number): string => (amount > 0 ? `+${amount}` : `−${Math.abs(amount)}`);
