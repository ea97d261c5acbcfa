import { View } from '@tarojs/components';
import type { Recorded } from '../../../contract/attendances';
import { localInstant, timeText } from '../../ui/dates';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon, type IconName } from '../../ui/icon';
import { semantics } from '../../ui/semantics';
import { Tag } from '../../ui/tag';
import type { LastScan } from '../store';
import { attendanceTexts } from '../texts';
import { checkTexts as texts } from './texts';

interface Outcome {
  kind: 'done' | 'known' | 'queued';
  icon: IconName;
  title: string;
  hint: string;
  activity: string;
  times: readonly string[];
  isWalkIn: boolean;
}

function hintOf({ kind, isRepeat, attendance }: Recorded): string {
  if (isRepeat) return texts.knownHint;
  if (kind === 'in') return texts.cameHint;
  if (!attendance.came) return texts.onlyLeft;
  const { minutes } = attendance;
  return minutes ? `${texts.leftHint}${texts.leftCount(attendanceTexts.minutes(minutes))}。` : texts.leftHint;
}

function outcomeOf(last: LastScan): Outcome {
  if ('queued' in last) {
    const { label, at } = last.queued;
    const words = { title: texts.queued, hint: texts.queuedHint };
    const times = [timeText(localInstant(at))];
    return { kind: 'queued', icon: 'clock', ...words, activity: label, times, isWalkIn: false };
  }
  const { recorded } = last;
  const { kind, isRepeat, activity, attendance } = recorded;
  const { came, left, isWalkIn } = attendance;
  return {
    kind: isRepeat ? 'known' : 'done',
    icon: 'check',
    title: isRepeat ? texts.known : kind === 'in' ? texts.came : texts.left,
    hint: hintOf(recorded),
    activity: activity.title,
    times: [came ? texts.inAt(timeText(came.at)) : '', left ? texts.outAt(timeText(left.at)) : ''].filter(
      Boolean,
    ),
    isWalkIn,
  };
}

/** What the last scan came to, big enough to hold up to the leader. */
export function OutcomeCard({ last, onClose }: { last: LastScan; onClose: () => void }) {
  const { kind, icon, title, hint, activity, times, isWalkIn } = outcomeOf(last);
  return (
    <View
      className={`card day-outcome day-outcome--${kind}`}
      {...semantics({ role: 'status', 'aria-live': 'polite' })}
    >
      <View className="day-outcome__mark">
        <Icon name={icon} />
      </View>
      <Heading level={1}>{title}</Heading>
      <View className="day-outcome__hint">{hint}</View>
      <View className="day-outcome__facts">
        <View className="day-outcome__activity">{activity}</View>
        {times.map((time) => (
          <View key={time} className="day-outcome__time">
            {time}
          </View>
        ))}
        {isWalkIn ? <Tag text={texts.walkIn} /> : null}
      </View>
      <ActionButton text={texts.close} onPress={onClose} />
    </View>
  );
}
