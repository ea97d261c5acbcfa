import type { ConsultationWay } from '../../contract/consultations';
import { dateText, dayOf, timeText } from '../ui/dates';

export const wayNames: Record<ConsultationWay, string> = {
  in_person: '当面谈',
  phone: '打电话',
  video: '视频',
};

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** 14:00–14:30 */
export const hoursText = ({ startsAt, endsAt }: Span): string => `${timeText(startsAt)}–${timeText(endsAt)}`;

/** 12 月 1 日 周二 14:00–14:30 */
export const spanText = (span: Span): string => `${dateText(dayOf(span.startsAt))} ${hoursText(span)}`;
