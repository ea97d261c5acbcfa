import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { workingDayLimits } from '../../../contract/working-days';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { dateText } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import type { DaysStore } from './days-store';
import type { CalendarDay } from './month';
import { daysTexts as texts } from './texts';

interface DaySheetProps {
  store: DaysStore;
  /** null while none is asked about. */
  chosen: CalendarDay | null;
  onClose: () => void;
}

/** One day, at work or free by the community's own decision. */
export const DaySheet = observer(({ store, chosen, onClose }: DaySheetProps) => {
  const { device } = useRootStore();
  const [isWorking, setIsWorking] = useState(false);
  const [note, setNote] = useState('');
  useEffect(() => {
    if (!chosen) return;
    // Whoever opens it means to change it.
    setIsWorking(chosen.special?.isOwn ? chosen.isWorking : !chosen.isWorking);
    setNote(chosen.special?.note ?? '');
  }, [chosen]);
  const finish = async (act: Promise<boolean>) => {
    if (!(await act)) return;
    device.feedback.toast(texts.saved);
    onClose();
  };
  const day = chosen?.day ?? '';
  const special = chosen?.special;
  return (
    <BottomSheet
      isOpen={chosen !== null}
      title={chosen ? dateText(day) : ''}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.save}
            isWorking={store.isWorking}
            onPress={() => void finish(store.setDay(day, isWorking, note))}
          />
          {special?.isOwn ? (
            <ActionButton text={texts.undo} onPress={() => void finish(store.removeDay(day))} />
          ) : null}
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="days__sheet">
        <View>{texts.now(chosen?.isWorking ? texts.working : texts.free, special?.name ?? '')}</View>
        <Chips
          label={texts.be}
          value={isWorking ? 'working' : 'free'}
          options={[
            { value: 'working', text: texts.working },
            { value: 'free', text: texts.free },
          ]}
          onChange={(value) => setIsWorking(value === 'working')}
        />
        <TextField
          label={texts.note}
          value={note}
          maxLength={workingDayLimits.noteLength}
          placeholder={texts.notePlaceholder}
          onChange={setNote}
        />
        {store.failure ? (
          <Notice icon="warning" tone="danger">
            {failureWords(store.failure).title}
          </Notice>
        ) : null}
      </View>
    </BottomSheet>
  );
});
