import type {
  CouponAudience,
  CouponKind,
  CouponPeriod,
  CouponState,
  CouponUse,
} from '../../../contract/coupons';

type Tone = 'plain' | 'good' | 'warn';

export const stateTexts: Record<CouponState, { name: string; tone: Tone; hint: string }> = {
  draft: { name: '草稿', tone: 'plain', hint: '只有社区工作人员看得到' },
  published: { name: '发放中', tone: 'good', hint: '骑手看得到、领得到' },
  paused: { name: '已暂停', tone: 'warn', hint: '不再发新的，已领的照常能用' },
  ended: { name: '已结束', tone: 'plain', hint: '不再发放，已领的到期前还能用' },
};

/** What can be done with a coupon: the button, the question before it, and what is said when it is done. */
export interface StepTexts {
  action: string;
  ask: (title: string) => string;
  hint: (held: number) => string;
  done: string;
}

const stillGood = (held: number) => (held > 0 ? `已领走、还没用的 ${held} 张照常能用。` : '');

export const stepTexts: Record<'publish' | 'pause' | 'resume' | 'end', StepTexts> = {
  publish: {
    action: '发布',
    ask: (title) => `发布“${title}”？`,
    hint: () => '马上能领。发布后，优惠内容和使用说明不能再改；日期、时段、商户只能放宽，免得已领的人吃亏。',
    done: '已发布',
  },
  pause: {
    action: '暂停发放',
    ask: (title) => `暂停发放“${title}”？`,
    hint: (held) => `不再发新的，随时可以恢复。${stillGood(held)}`,
    done: '已暂停',
  },
  resume: {
    action: '恢复发放',
    ask: (title) => `恢复发放“${title}”？`,
    hint: () => '剩下的马上能领，规则和之前一样。',
    done: '已恢复',
  },
  end: {
    action: '提前结束',
    ask: (title) => `结束“${title}”？`,
    hint: (held) => `结束后不能恢复，要再发得复制一张新的。${stillGood(held)}`,
    done: '已结束',
  },
};

export const listTexts = {
  title: '优惠券',
  filter: '按状态看',
  all: '全部',
  add: '新建优惠券',
  empty: '还没有优惠券',
  emptyHint: '和商户谈好优惠后，在这里建一张',
  emptyState: '没有这样的优惠券',
  emptyStateHint: '换个状态再看看',
  pick: '选一张优惠券看看',
  pickHint: '从左边的列表里点一张',
  issued: (issued: number, total: number) => `已领 ${issued} / ${total} 张`,
  used: (redeemed: number) => `已用 ${redeemed} 张`,
  readOnly: '您可以看，不能改',
  edit: '修改',
  copy: '复制为新券',
  reloaded: '已为您换成最新的，请再看一下',
} as const;

export const factTexts = {
  value: '优惠',
  rule: '每人限用',
  dates: '有效期',
  when: '可用时段',
  audience: '谁能领',
  use: '怎么用',
  points: '要多少积分',
  merchants: '可用商户',
  terms: '使用说明',
} as const;

export const kindTexts: Record<CouponKind, string> = {
  percent_off: '打折',
  amount_off: '满减',
  fixed_price: '特价',
  free_item: '免费送',
  free_check: '免费检查',
};

export const periodNames: Record<CouponPeriod, string> = {
  day: '每天',
  week: '每周',
  month: '每月',
  ever: '总共',
};

export const audienceNames: Record<CouponAudience, string> = {
  members: '社区成员',
  verified: '身份已核实的',
  grid_members: '流动网格员',
};

export const useNames: Record<CouponUse, string> = {
  ahead: '先领后用',
  at_once: '到店当场用',
};

export const useHints: Record<CouponUse, string> = {
  ahead: '骑手在家就能领好，到店再出示',
  at_once: '骑手到店扫码时才领，当天有效',
};

export const editTexts = {
  newTitle: '新建优惠券',
  title: '修改优惠券',
  what: '优惠内容',
  name: '券名',
  namePlaceholder: '例如 骑手午餐券',
  kind: '优惠方式',
  discount: '打几折',
  discountHint: '例如 8.5，就是八五折',
  amount: '减多少（元）',
  threshold: '满多少可用（元）',
  thresholdHint: '不设门槛就填 0',
  price: '特价（元）',
  item: { fixed_price: '特价的是什么', free_item: '送什么', free_check: '检查什么' },
  itemPlaceholder: {
    fixed_price: '例如 一荤两素盒饭',
    free_item: '例如 绿豆汤一碗',
    free_check: '例如 量血压',
  },
  terms: '使用说明',
  termsPlaceholder: '例如 限堂食，不与店内其他优惠同享',
  when: '什么时候能用',
  startsOn: '开始日期',
  endsOn: '结束日期',
  weekdays: '每周哪几天',
  hours: '限定时段',
  hoursHint: '不限定就是全天可用',
  from: '从',
  to: '到',
  howMany: '发多少',
  total: '总共几张',
  totalIssued: (issued: number) => `已经领走 ${issued} 张，不能比这少`,
  period: '每人限用',
  perRider: '限几张',
  perRiderOf: (period: string) => `每人${period}限几张`,
  whoAndHow: '给谁用、怎么用',
  audience: '谁能领',
  use: '使用方式',
  points: '要多少积分',
  pointsHint: '空着就是不要积分。没用成会退给骑手',
  where: '在哪些商户用',
  search: '找商户',
  searchPlaceholder: '商户名字',
  chosen: (count: number) => `已选 ${count} 家`,
  noneFound: '没有找到商户',
  noneFoundHint: '商户要先在“商户”里启用',
  alreadyIn: '发布后不能移出',
  notOpen: '还没启用，不能选',
  fixed: '发布后不能改的',
  fixedHint: '已领的人是照着这些领的。要换内容，请结束这张，复制一张新的。',
  wider: '下面这些只能放宽：日期延长、时段加宽、商户增加。',
  preview: '骑手看到的样子',
  saveNew: '存为草稿',
  save: '保存',
  saved: '已保存',
  savedDraft: '已存为草稿，发布后骑手才看得到',
  look: '有几处要改一下',
  conflict: '别人刚改过这张券',
  conflictHint: (fields: string) => `您填的都还在。对方改了：${fields}。看一眼，再点一次保存就以您填的为准。`,
  conflictSame: '您填的都还在，内容没有冲突，再点一次保存就好。',
  takeTheirs: '用对方的',
  state: '状态',
} as const;

export const wrongTexts = {
  title: '给券起个名字',
  discount: '填 0.1 到 9.9，最多一位小数',
  yuan: '填金额，例如 5 或 5.5',
  yuanTooMuch: '金额太大了',
  amountZero: '要大于 0',
  amountOver: '减的不能比门槛还多',
  item: '写一下是什么',
  endsOn: '不能早于开始日期',
  startsLater: '发布后只能提前',
  endsEarlier: '发布后只能推后',
  priceHigher: '发布后只能降低',
  priceKept: '发布后不能改成要或不要积分',
  weekdays: '至少选一天',
  hours: '结束时间不能和开始时间一样',
  count: (max: number) => `填 1 到 ${max} 的整数`,
  total: (issued: number) => `不能少于已领的 ${issued} 张`,
  merchants: '至少选一家商户',
} as const;
