import type { ConsultationState, ConsultationWay } from '../../contract/consultations';
import { localIso } from '../platform/local-time';

export const wayNames: Record<ConsultationWay, string> = {
  in_person: '面谈',
  phone: '电话',
  video: '视频',
};

export const stateNames: Record<ConsultationState, string> = {
  booked: '已预约',
  held: '已谈',
  missed: '没有来',
  cancelled: '已取消',
};

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** `11 月 30 日周一 09:00` */
export function whenText(timeZone: string, at: Date): string {
  const local = localIso(timeZone, at.getTime());
  const [, month, day] = local.slice(0, 10).split('-').map(Number);
  const weekday = weekdays[new Date(local.slice(0, 10)).getUTCDay()] ?? '';
  return `${month} 月 ${day} 日周${weekday} ${local.slice(11, 16)}`;
}

const mostNamed = 5;

/** Why hours can not be changed as they are booked. */
export function bookedText(timeZone: string, starts: readonly Date[]): string {
  const named = starts.slice(0, mostNamed).map((at) => whenText(timeZone, at));
  const rest = starts.length > mostNamed ? ` 等 ${starts.length} 个` : '';
  return `有人约了：${named.join('、')}${rest}。可以取消这些预约并通知本人`;
}

/** What those are told whose officer is gone with their account. */
export const officerGoneReason = '这位工作人员不在这里工作了';
