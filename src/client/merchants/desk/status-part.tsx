import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ManagedMerchant, MerchantStatus } from '../../../contract/merchants';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { isWaiting } from './list-store';
import type { MerchantStore } from './merchant-store';
import { viewTexts as texts } from './texts';

interface StatusPartProps {
  store: MerchantStore;
  merchant: ManagedMerchant;
}

/** Opening, pausing and ending; what was applied for is answered instead. */
export const StatusPart = observer(({ store, merchant }: StatusPartProps) => {
  const { device } = useRootStore();
  const [isEnding, setIsEnding] = useState(false);
  const { name, status, can } = merchant;
  if (isWaiting(merchant) || !can.change) return null;
  if (status === 'ended') return <View className="hint">{texts.ended}</View>;
  const set = async (next: MerchantStatus) => {
    setIsEnding(false);
    if (await store.setStatus(next)) device.feedback.toast(texts.changed);
  };
  const [next, text] =
    status === 'active'
      ? (['paused', texts.pause] as const)
      : (['active', status === 'draft' ? texts.open : texts.resume] as const);
  return (
    <View className="merchant-desk__acts">
      <ActionButton text={text} isWorking={store.isWorking} onPress={() => void set(next)} />
      <ActionButton text={texts.end} onPress={() => setIsEnding(true)} />
      <ConfirmSheet
        isOpen={isEnding}
        title={texts.endAsk(name)}
        hint={texts.endHint}
        confirm={texts.end}
        onConfirm={() => void set('ended')}
        onClose={() => setIsEnding(false)}
      />
    </View>
  );
});
