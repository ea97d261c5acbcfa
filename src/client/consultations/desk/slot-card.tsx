import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ConsultationDay, DeskConsultation } from '../../../contract/consultation-desk';
import { consultationLimits } from '../../../contract/consultations';
import { companyNames } from '../../../contract/people';
import { requestRoutes } from '../../requests/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { PersonLine } from '../../ui/person-line';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Tag } from '../../ui/tag';
import { hoursText, wayNames } from '../when-text';
import type { DayStore } from './day-store';
import { dayTexts as texts, stateNames } from './texts';

type Slot = ConsultationDay['slots'][number];

interface SlotProps {
  store: DayStore;
  slot: Slot;
}

const emptyText = { free: texts.free, past: texts.past, closed: texts.closed, taken: '' } as const;

function Who({ one }: { one: DeskConsultation }) {
  const { person, note } = one;
  if (!person) return <View className="hint">{texts.hidden}</View>;
  const company = person.company ? companyNames[person.company] : null;
  return (
    <>
      <PersonLine
        nickname={person.nickname}
        avatarUrl={person.avatarUrl}
        hint={[company, person.maskedPhone].filter(Boolean).join(' · ')}
      />
      <View className={note ? 'slot-card__note' : 'hint'}>{note ?? texts.noNote}</View>
    </>
  );
}

const Actions = observer(({ store, one }: { store: DayStore; one: DeskConsultation }) => {
  const { device } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const [outcome, setOutcome] = useState<'held' | 'missed' | null>(null);
  const settle = async () => {
    setOutcome(null);
    if (outcome && (await store.settle(one, outcome))) device.feedback.toast(texts.settled);
  };
  const callOff = async (reason: string) => {
    if (await store.callOff(one, reason)) setIsAsking(false);
  };
  const { isWorking, failure } = store.working;
  return (
    <>
      {one.can.settle ? (
        <View className="slot-card__pair">
          <ActionButton text={texts.held} isDisabled={isWorking} onPress={() => setOutcome('held')} />
          <ActionButton
            kind="quiet"
            text={texts.missed}
            isDisabled={isWorking}
            onPress={() => setOutcome('missed')}
          />
        </View>
      ) : null}
      {one.can.callOff ? (
        <ActionButton kind="quiet" text={texts.callOff} onPress={() => setIsAsking(true)} />
      ) : null}
      <ConfirmSheet
        isOpen={outcome !== null}
        title={texts.settleTitle[outcome ?? 'held']}
        hint={texts.settleHint}
        confirm={texts[outcome ?? 'held']}
        onConfirm={() => void settle()}
        onClose={() => setOutcome(null)}
      />
      <ReasonSheet
        isOpen={isAsking}
        title={texts.callOffTitle}
        hint={texts.callOffHint}
        label={texts.reason}
        placeholder={texts.reasonPlaceholder}
        suggestions={texts.reasons}
        confirm={texts.callOff}
        maxLength={consultationLimits.reasonLength}
        isWorking={isWorking}
        failure={failure}
        onConfirm={(reason) => void callOff(reason)}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
});

/** One appointment of the day, taken or not. */
export const SlotCard = observer(({ store, slot }: SlotProps) => {
  const { device } = useRootStore();
  const { communityId } = store;
  const { consultation: one, way, place, topic } = slot;
  const facts = [wayNames[way], place, topic?.name].filter(Boolean).join(' · ');
  if (!one) {
    return (
      <View className="slot-card slot-card--empty">
        <View className="slot-card__time">{hoursText(slot)}</View>
        <View className="hint">{emptyText[slot.state]}</View>
      </View>
    );
  }
  return (
    <View className="card slot-card">
      <View className="slot-card__head">
        <View className="slot-card__time">{hoursText(slot)}</View>
        <Tag text={stateNames[one.state]} tone={one.state === 'booked' ? 'accent' : 'plain'} />
      </View>
      <View className="hint">{facts}</View>
      <Who one={one} />
      {one.requestId ? (
        <ActionButton
          kind="quiet"
          text={texts.request}
          onPress={() =>
            device.navigation.to(requestRoutes.case.to({ communityId, requestId: one.requestId ?? '' }))
          }
        />
      ) : null}
      <Actions store={store} one={one} />
    </View>
  );
});
