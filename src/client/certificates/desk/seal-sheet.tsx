import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { certificateLimits } from '../../../contract/certificates';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { FailureNotice } from '../../ui/failure-notice';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import type { CertificateDeskStore, ManagedRow } from './desk-store';
import { deskTexts as texts } from './texts';

interface SealSheetProps {
  store: CertificateDeskStore;
  row: ManagedRow;
  onClose: () => void;
}

/** The seal is on the paper; its number is noted. What was written stays when it fails. */
export const SealSheet = observer(({ store, row, onClose }: SealSheetProps) => {
  const { device } = useRootStore();
  const [sealNumber, setSealNumber] = useState('');
  const [handler, setHandler] = useState('');
  const seal = async () => {
    if (!(await store.seal(row, sealNumber.trim(), handler.trim()))) return;
    device.feedback.toast(texts.sealed);
    onClose();
  };
  return (
    <BottomSheet
      isOpen
      title={texts.sealTitle(row.number)}
      onClose={onClose}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.seal}
            isWorking={store.working.isWorking}
            isDisabled={sealNumber.trim() === '' || handler.trim() === ''}
            onPress={() => void seal()}
          />
          <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
        </>
      }
    >
      <View className="certificate-desk">
        <View>{texts.sealHint}</View>
        <TextField
          label={texts.sealNumber}
          value={sealNumber}
          placeholder={texts.sealNumberPlaceholder}
          maxLength={certificateLimits.sealNumberLength}
          onChange={setSealNumber}
        />
        <TextField
          label={texts.handler}
          value={handler}
          maxLength={certificateLimits.handlerLength}
          onChange={setHandler}
        />
        <FailureNotice working={store.working} />
      </View>
    </BottomSheet>
  );
});
