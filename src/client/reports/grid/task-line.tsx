import { Image, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { GridTask } from '../../../contract/report-checks';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { distanceText } from '../../ui/texts';
import { reportCategoryTexts, reportNumberText, reportStateTexts } from '../report-text';
import { DueLine } from './due-line';
import './task-line.scss';
import { tasksTexts as texts } from './texts';

interface TaskLineProps {
  task: GridTask;
  /** Something is written that the cloud has not got. */
  isBegun: boolean;
  onOpen: (task: GridTask) => void;
}

/** One task: what it looks like, where, by when, how far. */
export const TaskLine = observer(({ task, isBegun, onOpen }: TaskLineProps) => {
  const { device } = useRootStore();
  const { number, kind, category, state, placeText, words, photo, distanceM } = task;
  const { name, tone } = reportStateTexts[state];
  return (
    <Pressable className="task-line" role="link" onPress={() => onOpen(task)}>
      {photo ? (
        <Image
          className="task-line__picture"
          src={device.web.urlOf(photo.thumbUrl)}
          mode="aspectFill"
          lazyLoad
          imgProps={{ alt: '' }}
        />
      ) : (
        <View className="task-line__picture task-line__picture--none">
          <Icon name="picture" />
        </View>
      )}
      <View className="task-line__words">
        <View className="task-line__head">
          <View className="task-line__title">{reportCategoryTexts[category]}</View>
          <Tag text={name} tone={tone} />
        </View>
        <View className="task-line__about">
          {[placeText, words].filter(Boolean).join(' · ') || reportNumberText(number)}
        </View>
        <View className="task-line__facts">
          {kind === 'assigned' ? <DueLine task={task} /> : null}
          {distanceM === null ? null : (
            <View className="task-line__way">
              <Icon name="walk" />
              <View>{distanceText(distanceM)}</View>
            </View>
          )}
        </View>
        {isBegun ? <View className="task-line__begun">{texts.kept}</View> : null}
      </View>
      <Icon name="next" className="task-line__go" />
    </Pressable>
  );
});
