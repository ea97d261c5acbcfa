import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { pointLimits } from '../../../contract/points';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { Segments } from '../../ui/segments';
import { failureWords } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import type { MemberPointsStore } from './member-store';
import { memberPointsTexts as texts } from './texts';

interface CorrectionSheetProps {
  store: MemberPointsStore;
  isOpen: boolean;
  onClose: () => void;
}

/** Up or down, how many, and why. What was written stays when it fails. */
export const CorrectionSheet = observer(({ store, isOpen, onClose }: CorrectionSheetProps) => {
  const { device } = useRootStore();
  const { draft, amount, failure } = store;
  const isWrong = draft.amount.trim() !== '' && amount === null;
  const correct = async () => {
    if (!(await store.correct())) return;
    device.feedback.toast(texts.corrected);
    onClose();
  };
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.sheetTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.confirm}
            isWorking={store.isWorking}
            isDisabled={!store.canSend}
            onPress={() => void correct()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="points-desk__sheet">
        <View>{texts.sheetHint}</View>
        <Segments
          label={texts.direction}
          value={draft.direction}
          options={[
            { value: 'add', text: texts.add, icon: 'plus' },
            { value: 'take', text: texts.take, icon: 'minus' },
          ]}
          onChange={(direction) => store.write({ direction })}
        />
        <TextField
          label={texts.amount}
          type="number"
          value={draft.amount}
          maxLength={5}
          error={isWrong ? texts.amountWrong(pointLimits.correction) : null}
          onChange={(typed) => store.write({ amount: typed })}
        />
        <LongTextField
          label={texts.reason}
          value={draft.reason}
          maxLength={pointLimits.reasonLength}
          placeholder={texts.reasonPlaceholder}
          onChange={(reason) => store.write({ reason })}
        />
        {failure ? (
          <Notice icon="warning" tone="danger" hint={failureWords(failure).hint}>
            {failureWords(failure).title}
          </Notice>
        ) : null}
      </View>
    </BottomSheet>
  );
});
