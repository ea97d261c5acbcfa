import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { caseLimits } from '../../../contract/report-cases';
import { reportLimits } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Chips } from '../../ui/chips';
import { Field } from '../../ui/field';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { WhenField } from '../../ui/when-field';
import { PhotoGrid } from '../../ui/photo-grid';
import { formTexts as texts, workTexts } from './texts';
import { missingOf, untilOf, workKinds, type WorkAction } from './work';
import './work-sheet.scss';
import type { WorkStore } from './work-store';

interface PartProps {
  store: WorkStore;
  action: WorkAction;
}

const Verdict = observer(({ store }: PartProps) => {
  const { isMended } = store.work;
  return (
    <Field label={texts.verdict} hint={isMended === false ? texts.unmendedHint : undefined}>
      <Chips
        label={texts.verdict}
        value={isMended === null ? '' : isMended ? 'mended' : 'unmended'}
        options={[
          { value: 'mended', text: texts.mended },
          { value: 'unmended', text: texts.unmended },
        ]}
        onChange={(value) => store.write({ isMended: value === 'mended' })}
      />
    </Field>
  );
});

const Pictures = observer(({ store, action }: PartProps) => {
  const label = action === 'verify' ? texts.spot : texts.after;
  return (
    <Field label={label}>
      <PhotoGrid
        label={label}
        photos={store.work.photos.map(({ key, failure }) => ({ key, isRefused: failure !== null }))}
        most={reportLimits.photos}
        hasAlbum={action !== 'verify'}
        isLocked={store.isWorking}
        onAdd={(source) => void store.addPhotos(source)}
        onRemove={store.removePhoto}
      />
      {store.photosWrong ? (
        <Notice icon="warning" tone="warn">
          {store.photosWrong}
        </Notice>
      ) : null}
    </Field>
  );
});

const Until = observer(({ store }: PartProps) => {
  const { clock } = useRootStore().parts;
  const { work, write } = store;
  const until = untilOf(work);
  const isPast = until !== null && Date.parse(until) <= clock.now();
  return (
    <View className="work-sheet__until">
      <WhenField
        label={texts.day}
        kind="date"
        value={work.day}
        error={isPast ? texts.untilPast : null}
        onChange={(day) => write({ day })}
      />
      <WhenField label={texts.time} kind="time" value={work.time} onChange={(time) => write({ time })} />
    </View>
  );
});

const Words = observer(({ store, action }: PartProps) => {
  const { words: label, example, suggestions } = workTexts[action];
  const { words } = store.work;
  return (
    <>
      {suggestions ? (
        <Chips
          label={label}
          value={words}
          options={suggestions.map((text) => ({ value: text, text }))}
          onChange={(chosen) => store.write({ words: chosen })}
        />
      ) : null}
      <LongTextField
        label={label}
        value={words}
        maxLength={reportLimits.replyLength}
        placeholder={example}
        onChange={(written) => store.write({ words: written })}
      />
    </>
  );
});

const Form = observer(({ store, action }: PartProps) => {
  const { needs, hasOptionalWords } = workKinds[action];
  const part = { store, action };
  return (
    <>
      {needs.includes('verdict') ? <Verdict {...part} /> : null}
      {needs.includes('photos') ? <Pictures {...part} /> : null}
      {needs.includes('receiver') ? (
        <TextField
          label={texts.receiver}
          value={store.work.receiver}
          maxLength={caseLimits.receiverLength}
          placeholder={texts.receiverExample}
          onChange={(receiver) => store.write({ receiver })}
        />
      ) : null}
      {needs.includes('until') ? <Until {...part} /> : null}
      {needs.includes('words') || hasOptionalWords ? <Words {...part} /> : null}
    </>
  );
});

/** How it goes, and what of it is safe. */
const Course = observer(({ store, action }: PartProps) => {
  const { failure, work, isWorking, isKept, photoOnItsWay } = store;
  const missing = missingOf(action, work);
  if (isWorking)
    return (
      <Notice icon="clock">
        {photoOnItsWay === null ? texts.sending : texts.sendingPhoto(photoOnItsWay, work.photos.length)}
      </Notice>
    );
  if (failure)
    return (
      <Notice icon="warning" tone="danger" hint={work.asked ? texts.askedHint : texts.kept}>
        {failureWords(failure).title}
      </Notice>
    );
  if (!isKept)
    return (
      <Notice icon="warning" tone="warn">
        {texts.notKept}
      </Notice>
    );
  if (workKinds[action].needs.length === 0) return null;
  return (
    <View className="hint">
      {missing.length > 0 ? texts.missing(missing.map((part) => texts.missingPart[part])) : texts.kept}
    </View>
  );
});

/** Asks for all that one thing to do needs. What was written and photographed stays when it fails. */
export const WorkSheet = observer(({ store }: { store: WorkStore }) => {
  const { device } = useRootStore();
  const { action, isWorking, work } = store;
  const words = workTexts[action ?? 'verify'];
  const send = async () => {
    if (await store.send()) device.feedback.toast(words.done);
  };
  return (
    <BottomSheet
      isOpen={action !== null}
      title={words.title}
      onClose={store.close}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={words.confirm}
            isWorking={isWorking}
            isDisabled={action === null || missingOf(action, work).length > 0}
            onPress={() => void send()}
          />
          <ActionButton kind="quiet" text={texts.later} onPress={store.close} />
        </>
      }
    >
      {action ? (
        <View className="work-sheet">
          <View>{words.hint}</View>
          <Form store={store} action={action} />
          <Course store={store} action={action} />
        </View>
      ) : null}
    </BottomSheet>
  );
});
