import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { MyDay } from '../../../contract/attendances';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { useAttendances } from '../use-attendances';
import { checkTexts as texts } from './texts';

/** For a camera that will not focus. What was typed stays until it is taken. */
export const DigitsSheet = observer(({ day, onClose }: { day: MyDay | null; onClose: () => void }) => {
  const store = useAttendances();
  const [typed, setTyped] = useState('');
  const digits = typed.replace(/\D/g, '');
  const isWhole = digits.length === 6;
  useEffect(() => {
    setTyped('');
    if (day) store.forgetLast();
  }, [store, day]);
  const submit = async () => {
    if (day && isWhole && (await store.type(day.activity.id, day.activity.title, digits))) onClose();
  };
  return (
    <BottomSheet
      isOpen={day !== null}
      title={day?.activity.title ?? ''}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.submit}
            isWorking={store.isWorking}
            isDisabled={!isWhole}
            onPress={() => void submit()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="day-check__digits">
        <View>{texts.typeHint}</View>
        <TextField
          label={texts.typeLabel}
          type="number"
          value={typed}
          maxLength={6}
          placeholder={texts.typePlaceholder}
          onChange={setTyped}
          onConfirm={() => void submit()}
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
