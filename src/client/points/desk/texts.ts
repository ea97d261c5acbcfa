import type { PointSource } from '../../../contract/points';

export const rulesTexts = {
  title: '积分规则',
  lead: '改了马上生效，已经得到的不变。填 0 就是不给积分。',
  each: { check_in: '每次几积分', report: '每件几积分', volunteering: '每小时几积分' },
  perDay: { check_in: '每天最多几次', report: '每天最多几件', volunteering: '每天最多几小时' },
  correctHint: '某个人的积分记错了？到“人员”里找到这位，点“积分”更正。',
  wrong: (least: number, most: number) => `填 ${least} 到 ${most} 的整数`,
  look: '有几处要改一下',
  save: '保存',
  saved: '已保存',
  conflict: '别人刚改过。您填的都还在，再点一次保存就以您填的为准。',
} as const;

export const sourceNames: Record<PointSource, string> = {
  check_in: '到站点签到',
  report: '随手报被采纳',
  volunteering: '志愿服务',
};

export const memberPointsTexts = {
  title: '积分',
  balance: '现在有',
  unit: '积分',
  empty: '还没有积分记录',
  emptyHint: '签到以后，这里会看到',
  list: '明细',
  correct: '更正',
  readOnly: '您可以看，不能改',
  sheetTitle: '更正积分',
  sheetHint: '会多记一条，原来的不动。对方会收到消息，看到原因。',
  direction: '加还是减',
  add: '加',
  take: '减',
  amount: '几积分',
  amountWrong: (most: number) => `填 1 到 ${most} 的整数`,
  reason: '原因（对方会看到）',
  reasonPlaceholder: '例如 昨天签到没记上',
  confirm: '更正',
  corrected: '已更正',
} as const;
