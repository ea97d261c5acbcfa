import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ActivityRow } from '../../contract/activities';
import { useRootStore } from '../root-store';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { Tag } from '../ui/tag';
import './activity-card.scss';
import { kindText } from './activity-text';
import { DayLeaf } from './day-leaf';
import { activityRoutes } from './routes';
import { hoursText } from './when-text';

interface ActivityCardProps {
  activity: Pick<ActivityRow, 'id' | 'kind' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'isVolunteering'>;
  tag: { readonly text: string; readonly tone: 'plain' | 'good' | 'warn' | 'danger' | 'accent' };
  /** It is over or off: nothing to look forward to. */
  isQuiet?: boolean;
}

/** An activity in a list: on which day, what, when, where, and how one stands with it. */
export const ActivityCard = observer(({ activity, tag, isQuiet = false }: ActivityCardProps) => {
  const { device } = useRootStore();
  const { id, kind, title, place, startsAt, endsAt, isVolunteering } = activity;
  return (
    <Pressable
      className={`activity-card ${isQuiet ? 'activity-card--quiet' : ''}`}
      role="link"
      onPress={() => device.navigation.to(activityRoutes.detail.to({ id }))}
    >
      <DayLeaf at={startsAt} isVolunteering={isVolunteering} />
      <View className="activity-card__words">
        <View className="activity-card__title">{title}</View>
        <View className="activity-card__line">
          <Icon name="clock" />
          <View>{hoursText(startsAt, endsAt)}</View>
        </View>
        <View className="activity-card__line">
          <Icon name="pin" />
          <View className="activity-card__place">{place.station?.name ?? place.text}</View>
        </View>
        <View className="activity-card__foot">
          <Tag text={tag.text} tone={tag.tone} />
          <View className="hint activity-card__kind">{kindText(kind)}</View>
        </View>
      </View>
    </Pressable>
  );
});
