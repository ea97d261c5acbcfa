import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Officer } from '../../../contract/consultation-desk';
import { consultationLimits } from '../../../contract/consultations';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { today } from '../../ui/dates';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { WhenField } from '../../ui/when-field';
import type { HoursStore } from './hours-store';
import { InTheWay } from './in-the-way';
import { hoursTexts as texts } from './texts';

interface DayOffSheetProps {
  store: HoursStore;
  officers: readonly Officer[];
  isOpen: boolean;
  onClose: () => void;
}

/** A day on which an officer is not there. */
export const DayOffSheet = observer(({ store, officers, isOpen, onClose }: DayOffSheetProps) => {
  const { device, parts } = useRootStore();
  const [officerId, setOfficerId] = useState(officers[0]?.personId ?? '');
  const [day, setDay] = useState(() => today(parts.clock.now()));
  const [note, setNote] = useState('');
  const save = async () => {
    if (!(await store.takeOff(officerId, day, note))) return;
    device.feedback.toast(texts.saved);
    onClose();
  };
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.addDayOff}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={store.isInTheWay ? texts.callOff : texts.save}
            isWorking={store.working.isWorking}
            isDisabled={day === '' || (store.isInTheWay && store.reason.trim() === '')}
            onPress={() => void save()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="hours-sheet">
        {officers.length > 1 ? (
          <Chips
            label={texts.officer}
            value={officerId}
            options={officers.map(({ personId, name }) => ({ value: personId, text: name }))}
            onChange={setOfficerId}
          />
        ) : null}
        <WhenField label={texts.dayOff} kind="date" value={day} onChange={setDay} />
        <TextField
          label={texts.dayOffNote}
          value={note}
          maxLength={consultationLimits.dayOffNoteLength}
          placeholder={texts.dayOffPlaceholder}
          onChange={setNote}
        />
        <InTheWay store={store} />
      </View>
    </BottomSheet>
  );
});
