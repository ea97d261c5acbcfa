import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { merchantLimits, type ManagedMerchant } from '../../../contract/merchants';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { PersonLine } from '../../ui/person-line';
import { ReasonSheet } from '../../ui/reason-sheet';
import { isWaiting } from './list-store';
import type { MerchantStore } from './merchant-store';
import { viewTexts as texts } from './texts';

interface PartProps {
  store: MerchantStore;
  merchant: ManagedMerchant;
}

const Decide = observer(({ store, merchant: { name } }: PartProps) => {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<'approve' | 'decline' | null>(null);
  const ask = (decision: 'approve' | 'decline') => {
    store.clearFailure();
    setAsked(decision);
  };
  const approve = async () => {
    setAsked(null);
    if (await store.decide('approve')) device.feedback.toast(texts.approved);
  };
  const decline = async (reason: string) => {
    if (!(await store.decide('decline', reason))) return;
    setAsked(null);
    device.feedback.toast(texts.declinedDone);
  };
  return (
    <>
      <View className="merchant-desk__acts">
        <ActionButton
          icon="check"
          text={texts.approve}
          isWorking={store.isWorking && asked === null}
          onPress={() => ask('approve')}
        />
        <ActionButton text={texts.decline} onPress={() => ask('decline')} />
      </View>
      <ConfirmSheet
        isOpen={asked === 'approve'}
        title={texts.approveAsk(name)}
        hint={texts.approveHint}
        confirm={texts.approve}
        onConfirm={() => void approve()}
        onClose={() => setAsked(null)}
      />
      <ReasonSheet
        isOpen={asked === 'decline'}
        title={texts.declineAsk(name)}
        hint={texts.declineHint}
        label={texts.reason}
        placeholder={texts.reasonPlaceholder}
        confirm={texts.decline}
        maxLength={merchantLimits.reasonLength}
        isWorking={store.isWorking}
        failure={store.failure}
        onConfirm={(reason) => void decline(reason)}
        onClose={() => setAsked(null)}
      />
    </>
  );
});

/** Who applied, and the answer to it. */
export const ApplicationPart = observer(({ store, merchant }: PartProps) => {
  const { application, can } = merchant;
  if (!application) return null;
  const { applicant, appliedAt, declineReason } = application;
  const when = texts.applicant(instantText(appliedAt));
  return (
    <View className="card merchant-desk__part">
      <Heading level={2}>{texts.application}</Heading>
      {applicant ? (
        <PersonLine nickname={applicant.nickname} avatarUrl={applicant.avatarUrl} hint={when} />
      ) : (
        <View className="hint">{`${texts.noApplicant} · ${when}`}</View>
      )}
      {declineReason ? <View>{texts.declined(declineReason)}</View> : null}
      {can.change && isWaiting(merchant) ? <Decide store={store} merchant={merchant} /> : null}
      <View className="hint">{texts.logged}</View>
    </View>
  );
});
