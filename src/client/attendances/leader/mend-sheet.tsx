import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { DayList, DayRow, Mark } from '../../../contract/attendance-days';
import type { AttendanceKind, Moment } from '../../../contract/attendances';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { timeText } from '../../ui/dates';
import { uiTexts } from '../../ui/texts';
import { WhenField } from '../../ui/when-field';
import { momentWords } from '../day-text';
import { instantAt } from './day-time';
import type { ListStore } from './list-store';
import { listTexts as texts } from './texts';

interface MendSheetProps {
  store: ListStore;
  list: DayList;
  /** null while nobody is asked about. */
  row: DayRow | null;
  onClose: () => void;
}

const timeOf = (moment: Moment | null) => (moment ? timeText(moment.at) : '');

/** When somebody came and went, said by hand. */
export const MendSheet = observer(({ store, list, row, onClose }: MendSheetProps) => {
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [clearing, setClearing] = useState<AttendanceKind | null>(null);
  useEffect(() => {
    setFrom(timeOf(row?.came ?? null));
    setUntil(timeOf(row?.left ?? null));
    // Of whom it was opened for; what arrives meanwhile does not overwrite what is being chosen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [row?.personId]);
  const at = (time: string) => instantAt(list.activity, time);
  const isBackwards = from !== '' && until !== '' && at(until) < at(from);
  const send = (marks: readonly Mark[]) => {
    if (row) store.mend(marks, texts.labelMend(row.nickname));
    onClose();
  };
  const changed = (kind: AttendanceKind, time: string, known: Moment | null): Mark[] =>
    row && time !== '' && time !== timeOf(known)
      ? [{ personId: row.personId, kind, mode: 'set', at: at(time) }]
      : [];
  const marks = [...changed('in', from, row?.came ?? null), ...changed('out', until, row?.left ?? null)];
  const clear = (kind: AttendanceKind) => {
    setClearing(null);
    const now = new Date(Date.parse(list.activity.startsAt)).toISOString();
    if (row) send([{ personId: row.personId, kind, mode: 'clear', at: now }]);
  };
  return (
    <>
      <BottomSheet
        isOpen={row !== null && clearing === null}
        title={row?.nickname ?? ''}
        onClose={onClose}
        actions={
          <>
            <ActionButton
              kind="primary"
              text={texts.save}
              isDisabled={marks.length === 0 || isBackwards}
              onPress={() => send(marks)}
            />
            {row?.left ? <ActionButton text={texts.clearOut} onPress={() => setClearing('out')} /> : null}
            {row?.came && !row.left ? (
              <ActionButton text={texts.clearIn} onPress={() => setClearing('in')} />
            ) : null}
            <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
          </>
        }
      >
        <View className="day-list__sheet">
          <View>{texts.mendHint}</View>
          <WhenField
            label={texts.from}
            kind="time"
            value={from}
            hint={row?.came ? momentWords(row.came) : undefined}
            onChange={setFrom}
          />
          <WhenField
            label={texts.until}
            kind="time"
            value={until}
            hint={row?.left ? momentWords(row.left) : undefined}
            error={isBackwards ? texts.backwards : null}
            onChange={setUntil}
          />
        </View>
      </BottomSheet>
      <ConfirmSheet
        isOpen={row !== null && clearing !== null}
        title={texts.clearAsk[clearing ?? 'in']}
        hint={texts.clearHint(
          row?.nickname ?? '',
          timeOf((clearing === 'out' ? row?.left : row?.came) ?? null),
        )}
        confirm={clearing === 'out' ? texts.clearOut : texts.clearIn}
        onConfirm={() => {
          if (clearing) clear(clearing);
        }}
        onClose={() => setClearing(null)}
      />
    </>
  );
});
