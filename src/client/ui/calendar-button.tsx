import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { CalendarAnswer, CalendarEntry } from '../platform/phone-calendar';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import { calendarTexts as texts } from './calendar-texts';
import { Notice } from './notice';
import './calendar-button.scss';

interface CalendarButtonProps {
  entry: CalendarEntry;
  kind?: 'secondary' | 'quiet';
}

/** Puts something into the phone's own calendar, and says how that went. */
export const CalendarButton = observer(({ entry, kind = 'secondary' }: CalendarButtonProps) => {
  const { phoneCalendar } = useRootStore().device;
  const [answer, setAnswer] = useState<CalendarAnswer>('left');
  const [isAdding, setIsAdding] = useState(false);
  const add = async () => {
    setIsAdding(true);
    setAnswer(await phoneCalendar.add(entry));
    setIsAdding(false);
  };
  const said = answer === 'left' ? null : texts.answers[answer];
  const isDone = answer === 'added' || answer === 'file';
  return (
    <View className="calendar-button">
      <ActionButton
        kind={kind}
        icon="calendar"
        text={texts.add}
        isWorking={isAdding}
        onPress={() => void add()}
      />
      {said ? (
        <Notice icon={isDone ? 'check' : 'info'} tone={isDone ? 'good' : 'warn'} hint={said.hint}>
          {said.title}
        </Notice>
      ) : null}
    </View>
  );
});
