import type { Attendance, DayActivity, Moment } from '../../contract/attendances';
import { dateText, dayAt, dayOf, plainDateText, timeText } from '../ui/dates';
import { attendanceTexts as texts } from './texts';

/** “今天 9:30–11:30”, by the activity's own clock. */
export function whenText({ startsAt, endsAt }: DayActivity, now: number): string {
  const day = dayOf(startsAt);
  const today = dayAt(new Date(now), startsAt);
  const said = day === today ? texts.today : dateText(day);
  const end =
    dayOf(endsAt) === day ? timeText(endsAt) : `${plainDateText(dayOf(endsAt))} ${timeText(endsAt)}`;
  return `${said} ${timeText(startsAt)}–${end}`;
}

/** “09:02 扫码”, with what makes it less sure. */
export const momentWords = ({ at, way, isLate }: Moment): string =>
  [timeText(at), texts.ways[way], isLate ? texts.late : ''].filter(Boolean).join(' · ');

/** How it stands with one's own. */
export function standText(attendance: Attendance | null, activity: DayActivity, now: number): string {
  const { came, left, minutes } = attendance ?? { came: null, left: null, minutes: null };
  if (came && left)
    return `${timeText(came.at)}–${timeText(left.at)}${minutes === null ? '' : ` · ${texts.minutes(minutes)}`}`;
  if (came) return Date.parse(activity.endsAt) < now ? texts.notGone : texts.cameAt(timeText(came.at));
  if (left) return texts.onlyLeft(timeText(left.at));
  if (now < Date.parse(activity.opensAt)) return texts.opens(timeText(activity.opensAt));
  return now > Date.parse(activity.closesAt) ? texts.nothing : texts.notYet;
}
