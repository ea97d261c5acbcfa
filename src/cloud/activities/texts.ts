import type { SignUpState } from '../../contract/activities';

/** `11 月 28 日周六 09:00` */
export function momentText(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('month')} 月 ${part('day')} 日${part('weekday')} ${part('hour')}:${part('minute')}`;
}

const doing = (state: SignUpState) => (state === 'waitlisted' ? '正在候补' : '已经报了');

export const activityTexts = {
  overlaps: (title: string, when: string, state: SignUpState) =>
    `这个时间您${doing(state)}“${title}”（${when}），先取消那一场再报吧`,
  /** That somebody is consulted is nobody else's business. */
  appointment: (when: string | null) =>
    when === null ? '这个时间 Ta 有别的安排' : `这个时间您约了咨询（${when}），先取消咨询再报吧`,
  otherAppointment: '别的安排',
  gridMembersOnly: '这场活动面向流动网格员，加入网格后就能报名',
  opensAt: (when: string) => `${when}开始报名，到时再来`,
  pausedUntil: (when: string) => `最近几次报名没有到场，${when}以后可以再报名`,
  capacityBelow: (taken: number, names: readonly string[]) =>
    `已经有 ${taken} 人报名。要减少名额，${names.join('、')}会转为候补`,
  movedWords: '名额减少了',
  changed: { time: '时间改了', place: '地点改了', both: '时间和地点都改了' },
  sheet: (title: string) => `${title}-报名名单.xlsx`,
  sheetHeading: ['序号', '昵称', '状态', '报名时间', '报名方式', '风险确认'],
  gone: '已注销',
  agreed: '已确认',
} as const;

export const signUpStateNames: Record<SignUpState, string> = {
  going: '已报名',
  waitlisted: '候补中',
  cancelled: '已取消',
  removed: '已移出',
};

export const signUpWayNames = { self: '自己报名', staff: '社区代报', walk_in: '现场参加' } as const;
