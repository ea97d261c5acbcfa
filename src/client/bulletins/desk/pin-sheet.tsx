import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ManagedBulletin } from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { dayAt } from '../../ui/dates';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { WhenField } from '../../ui/when-field';
import type { BulletinSteps } from './steps';
import { stepTexts as texts } from './texts';

interface PinSheetProps {
  isOpen: boolean;
  bulletin: ManagedBulletin;
  steps: BulletinSteps;
  onDone: (changed: ManagedBulletin | null) => void;
  onClose: () => void;
}

const weekMs = 7 * 86_400_000;

const Open = observer(({ bulletin, steps, onDone, onClose }: Omit<PinSheetProps, 'isOpen'>) => {
  const root = useRootStore();
  const { pinnedUntil, changedAt } = bulletin;
  const [until, setUntil] = useState(
    () => pinnedUntil ?? dayAt(new Date(root.parts.clock.now() + weekMs), changedAt),
  );
  const pin = async (day: string | null) => {
    const changed = await steps.pin(bulletin, day);
    if (changed) root.device.feedback.toast(day === null ? texts.unpinned : texts.pinned);
    onDone(changed);
  };
  return (
    <BottomSheet
      isOpen
      title={texts.pinTitle}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.pinIt}
            isWorking={steps.isWorking}
            onPress={() => void pin(until)}
          />
          {pinnedUntil === null ? null : (
            <ActionButton text={texts.unpin} isDisabled={steps.isWorking} onPress={() => void pin(null)} />
          )}
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="bulletin-edit__fields">
        <View>{texts.pinHint}</View>
        <WhenField label={texts.pinDay} kind="date" value={until} onChange={setUntil} />
        {steps.failure ? (
          <Notice icon="warning" tone="danger">
            {failureWords(steps.failure).title}
          </Notice>
        ) : null}
      </View>
    </BottomSheet>
  );
});

/** Until which day it stands on top, or no longer. */
export const PinSheet = ({ isOpen, ...props }: PinSheetProps) => (isOpen ? <Open {...props} /> : null);
