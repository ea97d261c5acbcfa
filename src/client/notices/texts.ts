import type { NoticeKind } from '../../contract/notices';

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
  merchant_decision: { name: '商户申请', hint: '申请通过或没有通过' },
  report: { name: '随手拍', hint: '您上报的和关注的有了进展' },
  activity: { name: '活动', hint: '候补上了、有变动、快开始了' },
  case: { name: '待办的上报', hint: '派给您的、要您决定的、超期的' },
  bulletin: { name: '政策通知', hint: '社区提醒大家看的新内容' },
  request: { name: '诉求', hint: '您提的诉求有人受理、要补充、有答复' },
  request_case: { name: '待办的诉求', hint: '交给您的、有补充或追问的、超期的' },
  consultation: { name: '约咨询', hint: '约好的咨询快到了、取消了或有变化' },
  redemption: { name: '优惠券', hint: '店家撤销了一次核销' },
  grid_decision: { name: '网格员申请', hint: '申请通过或没有通过' },
  attendance: { name: '活动签到', hint: '签到有更正、忘了签退、没有到场' },
  membership: { name: '社区身份', hint: '身份核实、暂停或恢复' },
  roles: { name: '工作角色', hint: '管理员给您加了或去掉了角色' },
  service: { name: '志愿服务', hint: '服务时长、评价、更正和证明' },
  points: { name: '积分', hint: '工作人员更正了您的积分' },
  account: { name: '账号安全', hint: '账号绑定、合并和注销' },
};

export const preferencesTexts = {
  title: '消息设置',
  lead: '所有消息都在“我的消息”里，一条不少。下面可以选哪些同时发到微信。',
  leadOnWeb: '所有消息都在“我的消息”里，一条不少。',
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
