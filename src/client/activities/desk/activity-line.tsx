import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ManagedActivityRow } from '../../../contract/activity-desk';
import { isVolunteering } from '../../../contract/activities';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { activityKindTexts, activityStateTexts } from '../activity-text';
import { DayLeaf } from '../day-leaf';
import { hoursText } from '../when-text';
import { listTexts as texts } from './texts';

interface ActivityLineProps {
  activity: ManagedActivityRow;
  isChosen: boolean;
  onChoose: () => void;
}

/** How full it is, in words. */
export function countsText({ taken, capacity, waiting, minimum }: ManagedActivityRow): string {
  const few = minimum !== null && taken < minimum ? texts.few(minimum) : null;
  return [texts.going(taken, capacity), waiting > 0 ? texts.waiting(waiting) : null, few]
    .filter(Boolean)
    .join(' · ');
}

/** An activity in short: which day, what, whether it is out, how many come. */
export const ActivityLine = observer(({ activity, isChosen, onChoose }: ActivityLineProps) => {
  const { kind, title, state, startsAt, endsAt, place } = activity;
  const { text, tone } = activityStateTexts[state];
  return (
    <Pressable
      className={`activity-line ${isChosen ? 'activity-line--on' : ''}`}
      isPressed={isChosen}
      onPress={onChoose}
    >
      <DayLeaf at={startsAt} isVolunteering={isVolunteering(kind)} />
      <View className="activity-line__words">
        <View className="activity-line__top">
          <View className="activity-line__title">{title}</View>
          <Tag text={text} tone={tone} />
        </View>
        <View className="hint">
          {[hoursText(startsAt, endsAt), place.station?.name ?? place.text].join(' · ')}
        </View>
        <View className="hint">{activityKindTexts[kind]}</View>
        {state === 'draft' ? null : <View className="activity-line__counts">{countsText(activity)}</View>}
      </View>
    </Pressable>
  );
});
