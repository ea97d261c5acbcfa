import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { serviceLimits, type CorrectionCase } from '../../../contract/service-records';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { FailureNotice } from '../../ui/failure-notice';
import { LongTextField } from '../../ui/long-text-field';
import { Segments } from '../../ui/segments';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { minutesTyped } from '../typed-time';
import type { CorrectionsStore } from './corrections-store';
import { correctionsTexts as texts } from './texts';

interface DecideSheetProps {
  store: CorrectionsStore;
  open: CorrectionCase;
}

/** Yes with how much, or no; either with words. What was written stays when it fails. */
export const DecideSheet = observer(({ store, open }: DecideSheetProps) => {
  const { device } = useRootStore();
  const { proposedMinutes } = open;
  const [decision, setDecision] = useState<'grant' | 'decline'>('grant');
  const [hours, setHours] = useState(String(Math.floor(proposedMinutes / 60)));
  const [rest, setRest] = useState(String(proposedMinutes % 60));
  const [reply, setReply] = useState('');
  const minutes = minutesTyped({ hours, minutes: rest });
  const isGrant = decision === 'grant';
  const close = () => store.show(null);
  const send = async () => {
    if (!(await store.decide({ decision, minutes: isGrant ? minutes : null, reply }))) return;
    device.feedback.toast(texts.done);
    close();
  };
  return (
    <BottomSheet
      isOpen
      title={texts.decideTitle}
      onClose={close}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.send}
            isWorking={store.working.isWorking}
            isDisabled={reply.trim() === '' || (isGrant && minutes === null)}
            onPress={() => void send()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={close} />
        </>
      }
    >
      <View className="service-desk__card">
        <Segments
          label={texts.decision}
          value={decision}
          options={[
            { value: 'grant', text: texts.grant },
            { value: 'decline', text: texts.decline },
          ]}
          onChange={setDecision}
        />
        {isGrant ? (
          <View className="service-desk__pair">
            <TextField
              label={texts.hours}
              type="number"
              value={hours}
              maxLength={2}
              error={minutes === null ? texts.wrong : null}
              onChange={setHours}
            />
            <TextField label={texts.minutes} type="number" value={rest} maxLength={2} onChange={setRest} />
          </View>
        ) : null}
        <LongTextField
          label={texts.reply}
          value={reply}
          maxLength={serviceLimits.reasonLength}
          placeholder={texts.replyPlaceholder}
          onChange={setReply}
        />
        <FailureNotice working={store.working} />
      </View>
    </BottomSheet>
  );
});
