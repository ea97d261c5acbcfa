import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { visitLimits, type ElderList } from '../../../contract/visits';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { CheckRow } from '../../ui/check-row';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { LongTextField } from '../../ui/long-text-field';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { uiTexts } from '../../ui/texts';
import type { EldersStore } from './elders-store';
import { eldersTexts as texts } from './texts';

interface PartProps {
  store: EldersStore;
}

const Who = observer(({ store }: PartProps) => {
  const { draft, write } = store;
  if (!draft) return null;
  return (
    <>
      <TextField
        label={texts.name}
        value={draft.name}
        maxLength={visitLimits.nameLength}
        placeholder={texts.namePlaceholder}
        onChange={(name) => write({ name })}
      />
      <TextField
        label={texts.called}
        value={draft.called}
        maxLength={visitLimits.nameLength}
        placeholder={texts.calledPlaceholder}
        onChange={(called) => write({ called })}
      />
      <TextField
        label={texts.address}
        value={draft.address}
        maxLength={visitLimits.addressLength}
        placeholder={texts.addressPlaceholder}
        onChange={(address) => write({ address })}
      />
      <TextField
        label={texts.phone}
        value={draft.phone ?? ''}
        maxLength={visitLimits.phoneLength}
        onChange={(phone) => write({ phone })}
      />
      <SwitchRow
        text={texts.showsPhone}
        isOn={draft.showsPhone}
        onToggle={() => write({ showsPhone: !draft.showsPhone })}
      />
    </>
  );
});

const What = observer(({ store }: PartProps) => {
  const { draft, write } = store;
  if (!draft) return null;
  return (
    <>
      <LongTextField
        label={texts.needs}
        value={draft.needs ?? ''}
        maxLength={visitLimits.needsLength}
        placeholder={texts.needsPlaceholder}
        onChange={(needs) => write({ needs })}
      />
      <LongTextField
        label={texts.note}
        value={draft.note ?? ''}
        maxLength={visitLimits.noteLength}
        placeholder={texts.notePlaceholder}
        onChange={(note) => write({ note })}
      />
    </>
  );
});

const Volunteers = observer(({ store, list }: PartProps & { list: ElderList }) => {
  const { draft, write } = store;
  if (!draft) return null;
  const { volunteerIds } = draft;
  const toggle = (id: string) => {
    const rest = volunteerIds.filter((one) => one !== id);
    write({ volunteerIds: volunteerIds.includes(id) ? rest : [...rest, id] });
  };
  return (
    <>
      <Heading level={3}>{texts.volunteers}</Heading>
      {list.volunteers.length === 0 ? <View className="hint">{texts.noVolunteers}</View> : null}
      {list.volunteers.map(({ personId, nickname }) => (
        <CheckRow
          key={personId}
          text={nickname}
          isChecked={volunteerIds.includes(personId)}
          onToggle={() => toggle(personId)}
        />
      ))}
    </>
  );
});

/** One elder, new or known. */
export const ElderSheet = observer(({ store, list }: PartProps & { list: ElderList }) => {
  const { device } = useRootStore();
  const [isAsking, setIsAsking] = useState(false);
  const finish = async (act: Promise<boolean>, said: string) => {
    if (await act) device.feedback.toast(said);
  };
  const remove = () => {
    setIsAsking(false);
    void finish(store.remove(), texts.removed);
  };
  return (
    <>
      <BottomSheet
        isOpen={store.draft !== null && !isAsking}
        title={store.isNew ? texts.add : texts.edit}
        onClose={store.close}
        actions={
          <>
            <ActionButton
              kind="primary"
              text={texts.save}
              isWorking={store.working.isWorking}
              isDisabled={!store.isComplete}
              onPress={() => void finish(store.save(), texts.saved)}
            />
            {store.isNew ? null : <ActionButton text={texts.remove} onPress={() => setIsAsking(true)} />}
            <ActionButton kind="quiet" text={uiTexts.cancel} onPress={store.close} />
          </>
        }
      >
        <View className="elders">
          <Who store={store} />
          <What store={store} />
          <Volunteers store={store} list={list} />
          <FailureNotice working={store.working} />
        </View>
      </BottomSheet>
      <ConfirmSheet
        isOpen={isAsking}
        title={texts.removeTitle}
        hint={texts.removeHint}
        confirm={texts.removeConfirm}
        onConfirm={remove}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
});
