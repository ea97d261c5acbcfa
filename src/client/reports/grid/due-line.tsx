import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { GridTask } from '../../../contract/report-checks';
import { useRootStore } from '../../root-store';
import { Icon } from '../../ui/icon';
import './due-line.scss';
import { dueWords } from './due-text';

/** By when, in the colour of how near that is. */
export const DueLine = observer(({ task }: { task: Pick<GridTask, 'dueAt' | 'isOverdue'> }) => {
  const { clock } = useRootStore().parts;
  const due = dueWords(task, clock.now());
  if (!due) return null;
  return (
    <View className={`due-line due-line--${due.tone}`}>
      <Icon name={due.tone === 'danger' ? 'warning' : 'clock'} />
      <View>{due.text}</View>
    </View>
  );
});
