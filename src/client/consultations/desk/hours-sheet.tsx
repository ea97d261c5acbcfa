import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ConsultationHours, Officer } from '../../../contract/consultation-desk';
import { consultationLimits, consultationWays } from '../../../contract/consultations';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { today, weekdays } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Pressable } from '../../ui/pressable';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import { WhenField } from '../../ui/when-field';
import { wayNames } from '../when-text';
import { EndSheet } from './end-sheet';
import { draftOf, isComplete, newHours, type HoursDraft } from './hours-draft';
import type { HoursStore } from './hours-store';
import { InTheWay } from './in-the-way';
import { hoursTexts as texts } from './texts';

interface FieldsProps {
  draft: HoursDraft;
  onChange: (change: Partial<HoursDraft>) => void;
}

const minutes = [15, 20, 30, 45, 60, 90, 120];

function Weekdays({ draft, onChange }: FieldsProps) {
  const toggle = (weekday: number) => {
    const isOn = draft.weekdays.includes(weekday);
    const rest = draft.weekdays.filter((one) => one !== weekday);
    onChange({ weekdays: isOn ? rest : [...rest, weekday].sort((a, b) => a - b) });
  };
  return (
    <View className="hours-sheet__weekdays">
      {weekdays.map((name, index) => {
        const isOn = draft.weekdays.includes(index + 1);
        return (
          <Pressable
            key={name}
            role="checkbox"
            isChecked={isOn}
            label={name}
            className={`hours-sheet__weekday ${isOn ? 'hours-sheet__weekday--on' : ''}`}
            onPress={() => toggle(index + 1)}
          >
            {name.slice(1)}
          </Pressable>
        );
      })}
    </View>
  );
}

function Whose({ draft, onChange, officers }: FieldsProps & { officers: readonly Officer[] }) {
  const officer = officers.find(({ personId }) => personId === draft.officerId);
  const departments = officer?.departments ?? [];
  const choose = (officerId: string) => {
    const other = officers.find(({ personId }) => personId === officerId);
    onChange({ officerId, departmentId: other?.departments[0]?.id ?? '' });
  };
  return (
    <>
      {officers.length > 1 ? (
        <>
          <Heading level={3}>{texts.officer}</Heading>
          <Chips
            label={texts.officer}
            value={draft.officerId}
            options={officers.map(({ personId, name }) => ({ value: personId, text: name }))}
            onChange={choose}
          />
        </>
      ) : null}
      {departments.length > 1 ? (
        <>
          <Heading level={3}>{texts.department}</Heading>
          <Chips
            label={texts.department}
            value={draft.departmentId}
            options={departments.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(departmentId) => onChange({ departmentId })}
          />
        </>
      ) : null}
    </>
  );
}

function Times({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Heading level={3}>{texts.weekdays}</Heading>
      <Weekdays draft={draft} onChange={onChange} />
      <View className="hours-sheet__pair">
        <WhenField
          label={texts.opens}
          kind="time"
          value={draft.opens}
          onChange={(opens) => onChange({ opens })}
        />
        <WhenField
          label={texts.closes}
          kind="time"
          value={draft.closes}
          onChange={(closes) => onChange({ closes })}
        />
      </View>
      <Heading level={3}>{texts.minutes}</Heading>
      <Chips
        label={texts.minutes}
        value={String(draft.slotMinutes)}
        options={minutes.map((one) => ({ value: String(one), text: texts.minutesOf(one) }))}
        onChange={(one) => onChange({ slotMinutes: Number(one) })}
      />
    </>
  );
}

function Where({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Heading level={3}>{texts.way}</Heading>
      <Chips
        label={texts.way}
        value={draft.way}
        options={consultationWays.map((way) => ({ value: way, text: wayNames[way] }))}
        onChange={(way) => onChange({ way })}
      />
      <TextField
        label={texts.place}
        hint={texts.placeHint[draft.way]}
        value={draft.place}
        maxLength={consultationLimits.placeLength}
        placeholder={texts.placePlaceholder}
        onChange={(place) => onChange({ place })}
      />
      <WhenField
        label={texts.from}
        kind="date"
        value={draft.fromDay}
        onChange={(fromDay) => onChange({ fromDay })}
      />
      <SwitchRow
        text={texts.hasUntil}
        isOn={draft.untilDay !== null}
        onToggle={() => onChange({ untilDay: draft.untilDay === null ? draft.fromDay : null })}
      />
      {draft.untilDay === null ? null : (
        <WhenField
          label={texts.untilDay}
          kind="date"
          value={draft.untilDay}
          onChange={(untilDay) => onChange({ untilDay })}
        />
      )}
    </>
  );
}

const Topics = observer(({ store, draft, onChange }: FieldsProps & { store: HoursStore }) => {
  const topics = (store.topics.data ?? []).filter(
    ({ isActive, department }) => isActive && department.id === draft.departmentId,
  );
  if (topics.length === 0) return null;
  const any = { value: '', text: texts.anyTopic };
  return (
    <>
      <Heading level={3}>{texts.topic}</Heading>
      <Chips
        label={texts.topic}
        value={draft.topicId ?? ''}
        options={[any, ...topics.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(id) => onChange({ topicId: id || null })}
      />
    </>
  );
});

interface HoursSheetProps {
  store: HoursStore;
  officers: readonly Officer[];
  /** What is changed; `new`, or null while nothing is. */
  asked: ConsultationHours | 'new' | null;
  onClose: () => void;
}

/** Hours, new or changed. */
export const HoursSheet = observer(({ store, officers, asked, onClose }: HoursSheetProps) => {
  const { device, parts } = useRootStore();
  const known = asked === 'new' ? null : asked;
  const [draft, setDraft] = useState(() =>
    known ? draftOf(known) : newHours(officers[0], today(parts.clock.now())),
  );
  const [isEnding, setIsEnding] = useState(false);
  const change = (some: Partial<HoursDraft>) => setDraft((before) => ({ ...before, ...some }));
  const finish = async (act: Promise<boolean>, said: string) => {
    if (!(await act)) return;
    device.feedback.toast(said);
    onClose();
  };
  const end = async () => {
    if (!known) return;
    await finish(store.end(known), texts.ended);
    // Somebody may have got in the way: that is asked about, too.
    if (!store.isInTheWay) setIsEnding(false);
  };
  return (
    <>
      <BottomSheet
        isOpen={asked !== null && !isEnding}
        title={known ? texts.edit : texts.add}
        onClose={onClose}
        actions={
          <>
            <ActionButton
              kind="primary"
              text={store.isInTheWay ? texts.callOff : texts.save}
              isWorking={store.working.isWorking}
              isDisabled={!isComplete(draft) || (store.isInTheWay && store.reason.trim() === '')}
              onPress={() => void finish(store.save(draft, known), texts.saved)}
            />
            {known ? (
              <ActionButton
                text={texts.end}
                onPress={() => {
                  store.begin();
                  setIsEnding(true);
                }}
              />
            ) : null}
            <ActionButton kind="quiet" text={uiTexts.cancel} onPress={onClose} />
          </>
        }
      >
        <View className="hours-sheet">
          {known ? null : <Whose draft={draft} onChange={change} officers={officers} />}
          <Times draft={draft} onChange={change} />
          <Where draft={draft} onChange={change} />
          <Topics store={store} draft={draft} onChange={change} />
          <InTheWay store={store} />
        </View>
      </BottomSheet>
      {known ? (
        <EndSheet
          store={store}
          hours={known}
          isOpen={isEnding}
          onEnd={() => void end()}
          onClose={() => {
            store.begin();
            setIsEnding(false);
          }}
        />
      ) : null}
    </>
  );
});
