import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { MyDay } from '../../../contract/attendances';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { standText, whenText } from '../day-text';
import { checkTexts as texts } from './texts';

/** One of one's own days: when, where, and how it stands. */
export const DayCard = observer(({ day, onType }: { day: MyDay; onType: () => void }) => {
  const { clock } = useRootStore().parts;
  const { activity, attendance } = day;
  const now = clock.now();
  const isOpen = now >= Date.parse(activity.opensAt) && now <= Date.parse(activity.closesAt);
  const isOver = attendance?.came && attendance.left && attendance.left.way !== 'planned_end';
  return (
    <View className="card day-card">
      <Heading level={3}>{activity.title}</Heading>
      <View className="day-card__line">
        <Icon name="clock" />
        <View>{whenText(activity, now)}</View>
      </View>
      {activity.place ? (
        <View className="day-card__line">
          <Icon name="pin" />
          <View>{activity.place}</View>
        </View>
      ) : null}
      <View className={`day-card__stand ${attendance?.came ? 'day-card__stand--good' : ''}`}>
        <Icon name={attendance?.came ? 'check' : 'stamp'} />
        <View>{standText(attendance, activity, now)}</View>
      </View>
      {isOpen && !isOver ? <ActionButton icon="keyboard" text={texts.type} onPress={onType} /> : null}
    </View>
  );
});
