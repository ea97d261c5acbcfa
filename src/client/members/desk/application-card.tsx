import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { memberLimits, type GridApplication } from '../../../contract/members';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { PersonLine } from '../../ui/person-line';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Tag } from '../../ui/tag';
import { gridStateTexts } from '../texts';
import type { ApplicationsStore } from './applications-store';
import { personHint } from './person-hint';
import { applicationTexts as texts } from './texts';

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View className="desk-fact">
      <View className="desk-fact__name">{name}</View>
      <View className="desk-fact__value">{value}</View>
    </View>
  );
}

interface ApplicationProps {
  store: ApplicationsStore;
  application: GridApplication;
}

const Decide = observer(({ store, application }: ApplicationProps) => {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<'approve' | 'decline' | null>(null);
  const { nickname } = application.person;
  const ask = (decision: 'approve' | 'decline') => {
    store.clearFailure();
    setAsked(decision);
  };
  const approve = async () => {
    setAsked(null);
    if (await store.decide(application, 'approve')) device.feedback.toast(texts.approved);
  };
  const decline = async (reason: string) => {
    if (!(await store.decide(application, 'decline', reason))) return;
    setAsked(null);
    device.feedback.toast(texts.declined);
  };
  return (
    <>
      <View className="desk-actions">
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
        title={texts.approveAsk(nickname)}
        hint={texts.approveHint}
        confirm={texts.approve}
        onConfirm={() => void approve()}
        onClose={() => setAsked(null)}
      />
      <ReasonSheet
        isOpen={asked === 'decline'}
        title={texts.declineAsk(nickname)}
        hint={texts.declineHint}
        label={texts.declineReason}
        placeholder={texts.declinePlaceholder}
        confirm={texts.decline}
        maxLength={memberLimits.reasonLength}
        isWorking={store.isWorking}
        failure={store.failure}
        onConfirm={(reason) => void decline(reason)}
        onClose={() => setAsked(null)}
      />
    </>
  );
});

/** All there is to say of an application, with what may be done about it. */
export const ApplicationCard = observer(({ store, application }: ApplicationProps) => {
  const { person, state, areas, note, reason, number, appliedAt, decidedAt, can } = application;
  const { name, tone } = gridStateTexts[state];
  const times = [
    texts.applied(instantText(appliedAt)),
    decidedAt ? texts.decided(instantText(decidedAt)) : '',
  ];
  return (
    <View className="card desk-part">
      <View className="desk-row__top">
        <PersonLine nickname={person.nickname} avatarUrl={person.avatarUrl} hint={personHint(person)} />
        <Tag text={name} tone={tone} />
      </View>
      <Fact name={texts.areas} value={areas.join('、')} />
      {note ? <Fact name={texts.note} value={note} /> : null}
      {reason ? <Fact name={texts.reason} value={reason} /> : null}
      <View className="hint">
        {[number ? texts.number(number) : '', ...times].filter(Boolean).join(' · ')}
      </View>
      {can.decide ? <Decide store={store} application={application} /> : null}
    </View>
  );
});
