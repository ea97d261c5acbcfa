import type { ConsultationState } from '../../../contract/consultations';

export const stateNames: Record<ConsultationState, string> = {
  booked: '已约好',
  held: '谈过了',
  missed: '没有去',
  cancelled: '已取消',
};

export const bookTexts = {
  title: '约咨询',
  lead: '劳动报酬、工伤、家庭、法律上的事，约个时间和工作人员当面或电话里说。',
  aboutRequest: '这次预约会附上您的这条诉求，负责的人不用您再从头说。',
  mine: '我的预约',
  department: '找谁',
  day: '哪天',
  free: (count: number) => `${count} 个空`,
  slots: '什么时间',
  slotLabel: (hours: string, way: string, officer: string) => `${hours}，${way}，${officer}`,
  note: '想问什么（选填）',
  notePlaceholder: '例如 上个月的加班费没有发',
  noteHint: '只有接待您的那一位看得到',
  noneLeft: '您已经有 2 个预约了',
  noneLeftHint: '取消一个或谈完一个，就能再约',
  choose: '先选一个时间',
  book: (when: string) => `约 ${when}`,
  booked: '约好了',
  empty: { title: '现在没有可约的时间', hint: '过两天再来看看，或者直接提交诉求' },
  dayFull: { title: '这一天约满了', hint: '换一天看看' },
} as const;

export const mineTexts = {
  title: '我的预约',
  filter: '哪些预约',
  ahead: '要去的',
  over: '以前的',
  book: '约咨询',
  empty: {
    ahead: { title: '没有要去的预约', hint: '约个时间，和工会、妇联、司法所的人说说' },
    over: { title: '还没有以前的预约', hint: '谈过的、取消的会记在这里' },
  },
} as const;

export const detailTexts = {
  title: '咨询预约',
  when: '时间',
  with: '找谁',
  where: '怎么谈',
  topic: '关于',
  note: '您写的',
  noteHint: '只有接待您的那一位看得到',
  reason: '取消原因',
  byYou: '您取消了这个预约',
  byOfficer: '工作人员取消了这个预约',
  reminded: '前一天傍晚和开始前一小时，“我的消息”里会提醒您',
  cancel: '取消预约',
  cancelTitle: '取消这个预约？',
  cancelHint: '这个时间会让给别人，要谈的话再另约。',
  cancelled: '已取消',
  again: '另约时间',
  calendar: (department: string) => `${department}咨询`,
} as const;
