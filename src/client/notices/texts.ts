import type { DeliveryState, NoticeKind } from '../../contract/notices';

export const inboxTexts = {
  title: '我的消息',
  unread: '未读',
  unreadCount: (count: number) => `${count} 条未读`,
  allRead: '都看过了',
  readAll: '全部标为已读',
  preferences: '消息设置',
  empty: '还没有消息',
  emptyHint: '申请的结果、身份的变化，都会在这里告诉您',
  signedOut: '登录后看您的消息',
  signedOutHint: '消息都记在您的账号里',
  signIn: '去登录',
  open: '去看看',
} as const;

export const kindTexts: Record<NoticeKind, { name: string; hint: string }> = {
  grid_decision: { name: '网格员申请', hint: '申请通过或没有通过' },
  membership: { name: '社区身份', hint: '身份核实、暂停或恢复' },
  roles: { name: '工作角色', hint: '管理员给您加了或去掉了角色' },
  account: { name: '账号安全', hint: '账号绑定、合并和注销' },
};

export const preferencesTexts = {
  title: '消息设置',
  lead: '所有消息都在“我的消息”里，一条不少。下面可以选哪些同时发到微信。',
  push: '同时发到微信',
  pushOf: (kind: string) => `${kind}：同时发到微信`,
  left: (count: number) => `还能发 ${count} 次`,
  noneLeft: '还没有允许，现在不会发到微信',
  allowMore: '再允许一次',
  allowMoreOf: (kind: string) => `${kind}：再允许一次`,
  noTemplate: '这类消息只在“我的消息”里',
  onWeb: '网页上收不到微信提醒。要发到微信，请打开“暖新”小程序来设置。',
  outcomes: {
    accept: { title: '好了，下一条会发到微信', hint: '微信规定一次允许只能发一条' },
    reject: { title: '您没有允许，不会发到微信', hint: '消息照样在“我的消息”里' },
    ban: { title: '微信里关掉了这类提醒', hint: '要用的话，请到小程序右上角“…”→ 设置 → 订阅消息里打开' },
    filter: { title: '微信没有弹出询问', hint: '请稍后再试' },
    switched_off: {
      title: '微信里关掉了本小程序的提醒',
      hint: '要用的话，请到小程序右上角“…”→ 设置 → 订阅消息里打开',
    },
    unavailable: { title: '微信没有回应', hint: '请稍后再点一次' },
  },
  quiet: '免打扰时段',
  quietHint: '这段时间里的消息，过后再发到微信',
  quietHintWeb: '对发到微信的消息有效',
  from: '从',
  to: '到',
  signedOut: '登录后设置消息',
} as const;

/** What a new quiet time is until it is chosen. */
export const usualQuietHours = { from: '22:00', to: '07:00' } as const;

export const deliveryTexts = {
  title: '微信推送情况',
  lead: '近 30 天发往微信的消息，看看有没有卡住的。这里不显示收件人和内容。',
  all: '全部',
  allCount: (count: number) => `全部 ${count}`,
  stuck: (count: number) => `${count} 条卡住了`,
  noneStuck: '没有卡住的',
  noneStuckHint: '消息都按时发出去了',
  filter: '按状态看',
  empty: '这里没有',
  emptyHint: '换一个状态看看',
  attempts: (count: number) => (count === 0 ? '还没有发' : `发了 ${count} 次`),
  error: (code: number) => `微信错误码 ${code}`,
  due: (time: string) => `预定 ${time} 发`,
  retry: '重发',
  retryAsk: '重新发这一条？',
  retryHint: '会再用掉对方的一次允许。',
  retryTwice: '上次发的时候断了线，对方可能已经收到，重发可能会收到两次。',
  retried: '已排队重发',
} as const;

export const deliveryStateTexts: Record<DeliveryState, { name: string; hint: string }> = {
  unknown: { name: '结果不明', hint: '发送时断了线，可能已经收到' },
  refused: { name: '微信不收', hint: '模板或内容有问题，改好后再重发' },
  given_up: { name: '多次没发成', hint: '试了很多次都没有成功' },
  waiting: { name: '等着发', hint: '到时间自动发' },
  sending: { name: '正在发', hint: '马上就有结果' },
  no_permission: { name: '对方未允许', hint: '对方没有允许再发，消息在收件箱里' },
  sent: { name: '已发出', hint: '微信已收下' },
};
