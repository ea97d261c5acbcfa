import { couponLimits, type RedemptionWay } from '../../../contract/coupons';
import { redemptionLimits } from '../../../contract/redemptions';

export const counterTexts = {
  title: '收银台',
  live: '正在接收',
  notHeard: '暂时没连上，正在重试',
  paused: '店铺暂停参加优惠，现在不能核销',
  waiting: (count: number) => `${count} 人等您确认`,
  empty: '现在没有人在等',
  emptyHint: '骑手在店里选好券，会马上出现在这里。这一页不用刷新。',
  left: (seconds: number) => `还剩 ${seconds} 秒`,
  confirm: '确认使用',
  confirmNamed: (rider: string, coupon: string) => `确认使用：${rider}，${coupon}`,
  decline: '退回',
  declineNamed: (rider: string) => `退回${rider}的券`,
  declined: '已退回，券还在骑手那里',
  scan: '扫骑手码',
  screen: '屏幕码',
  books: '账本',
} as const;

export const doneTexts = {
  done: '已核销',
  reversed: '已撤销',
  compare: '和骑手手机上的数字对一下',
  reverse: '撤销这一笔',
  earlier: '刚才的',
} as const;

export const reversalTexts = {
  title: '撤销这一笔？',
  hint: `核销后 ${couponLimits.reversibleMinutes} 分钟内可以撤销，券会回到骑手那里。骑手会看到原因。`,
  label: '原因',
  placeholder: '写一句，骑手会看到',
  suggestions: ['点错了', '顾客不买了', '选错了券'],
  confirm: '撤销',
  done: '已撤销，券回到骑手那里',
} as const;

export const passSheetTexts = {
  title: (rider: string) => `${rider} 的券`,
  choose: '选这次要用的券',
  none: '这位骑手现在没有能在这里用的券',
  claimed: '已领取',
  atOnce: '到店就能用',
  redeem: '核销',
  again: '重新扫码',
} as const;

export const booksTexts = {
  title: '账本',
  today: '今天',
  week: '本周',
  times: '笔',
  reversedOf: (count: number) => (count > 0 ? `撤销 ${count} 笔` : '没有撤销'),
  lastDays: '最近七天',
  dayOf: (day: string, count: number) => `${day} ${count} 笔`,
  list: '每一笔',
  none: '还没有核销过',
  noneHint: '骑手在店里用了券，就会记在这里',
  reverse: '撤销',
  reversedFor: (reason: string) => `已撤销：${reason}`,
  export: '导出表格',
  exportHint: `选起止日期，一次最多 ${redemptionLimits.exportDays} 天`,
  from: '从',
  to: '到',
  download: '导出 XLSX',
  exported: '表格已生成',
  noWay: '这台手机打不开表格，请在电脑上打开网页版导出',
} as const;

export const wayNames: Record<RedemptionWay, string> = {
  confirmed: '店里确认',
  screen: '扫屏幕码',
  pass: '扫骑手码',
  trusted_code: '扫店里的码',
};
