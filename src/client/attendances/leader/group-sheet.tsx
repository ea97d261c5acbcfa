import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { DayList } from '../../../contract/attendance-days';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { timeText } from '../../ui/dates';
import { uiTexts } from '../../ui/texts';
import { WhenField } from '../../ui/when-field';
import { instantAt } from './day-time';
import type { ListStore } from './list-store';
import { listTexts as texts } from './texts';

interface GroupSheetProps {
  store: ListStore;
  list: DayList;
  isOpen: boolean;
  onClose: () => void;
}

/** The same hours for everybody who came. */
export const GroupSheet = observer(({ store, list, isOpen, onClose }: GroupSheetProps) => {
  const { activity } = list;
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  useEffect(() => {
    setFrom(timeText(activity.startsAt));
    setUntil(timeText(activity.endsAt));
  }, [isOpen, activity.startsAt, activity.endsAt]);
  const came = list.rows.filter((row) => row.came);
  const at = (time: string) => instantAt(activity, time);
  const isBackwards = at(until || '00:00') <= at(from || '00:00');
  const save = () => {
    const marks = came.flatMap(({ personId }) => [
      { personId, kind: 'in', mode: 'set', at: at(from) } as const,
      { personId, kind: 'out', mode: 'set', at: at(until) } as const,
    ]);
    // All who came before all who went: each kind goes in one piece.
    const ordered = [
      ...marks.filter(({ kind }) => kind === 'in'),
      ...marks.filter(({ kind }) => kind === 'out'),
    ];
    store.mend(ordered, texts.labelGroup(came.length));
    onClose();
  };
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.groupTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.save}
            isDisabled={isBackwards || came.length === 0}
            onPress={save}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="day-list__sheet">
        <View>{came.length > 0 ? texts.groupHint(came.length) : texts.groupNone}</View>
        <WhenField label={texts.from} kind="time" value={from} onChange={setFrom} />
        <WhenField
          label={texts.until}
          kind="time"
          value={until}
          error={isBackwards ? texts.backwards : null}
          onChange={setUntil}
        />
      </View>
    </BottomSheet>
  );
});
