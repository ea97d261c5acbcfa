import { Text, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { screeningLimits, type Screening } from '../../../contract/screenings';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { instantText } from '../../ui/dates';
import { ReasonSheet } from '../../ui/reason-sheet';
import { Tag } from '../../ui/tag';
import { stretchesOf } from './marked-text';
import type { QueueStore } from './queue-store';
import { ScreeningPhotos } from './screening-photos';
import {
  categoryNames,
  findingNames,
  queueTexts as texts,
  reasonNames,
  stateTexts,
  subjectNames,
} from './texts';

interface CardProps {
  store: QueueStore;
  screening: Screening;
}

const Decide = observer(({ store, screening }: CardProps) => {
  const { device } = useRootStore();
  const [isAsked, setIsAsked] = useState(false);
  const isWorking = store.underWay.has(screening.id);
  const pass = async () => {
    if (await store.pass(screening)) device.feedback.toast(texts.passed);
  };
  const reject = async (reason: string) => {
    if (!(await store.reject(screening, reason))) return;
    setIsAsked(false);
    device.feedback.toast(texts.rejected);
  };
  const ask = () => {
    store.clearFailure();
    setIsAsked(true);
  };
  return (
    <>
      <View className="screening__actions">
        <ActionButton icon="check" text={texts.pass} onPress={() => void pass()} />
        <ActionButton text={texts.reject} onPress={ask} />
      </View>
      <ReasonSheet
        isOpen={isAsked}
        title={texts.rejectAsk}
        hint={texts.rejectHint}
        label={texts.rejectReason}
        placeholder={texts.rejectPlaceholder}
        suggestions={texts.suggestions}
        confirm={texts.reject}
        maxLength={screeningLimits.reasonLength}
        isWorking={isWorking}
        failure={store.failure}
        onConfirm={(reason) => void reject(reason)}
        onClose={() => setIsAsked(false)}
      />
    </>
  );
});

/** Why somebody is asked to look at the words. */
function wordsConcern({ words, texts: written }: Screening): string {
  if (words.why === null) return '';
  const categories = new Set(
    written.flatMap(({ hits }) => hits.map(({ category }) => categoryNames[category])),
  );
  const found = words.found ? [findingNames[words.found]] : [...categories];
  return found.length > 0 ? `${reasonNames[words.why]}（${found.join('、')}）` : reasonNames[words.why];
}

function Words({ screening }: { screening: Screening }) {
  if (screening.texts.length === 0 && screening.pictures.length === 0)
    return <View className="hint">{texts.cleared}</View>;
  return (
    <>
      {screening.texts.map(({ text, hits }, at) => (
        <View key={at} className="screening__text">
          {stretchesOf({ text, hits }).map((stretch, index) => (
            <Text key={index} className={stretch.isMarked ? 'screening__hit' : ''} userSelect>
              {stretch.text}
            </Text>
          ))}
        </View>
      ))}
    </>
  );
}

/** What somebody wrote, and what may be done about it. */
export const ScreeningCard = observer(({ store, screening }: CardProps) => {
  const { subject, state, startedAt, decidedAt, reason, pictures, can } = screening;
  const { name, tone } = stateTexts[state];
  const concern = wordsConcern(screening);
  const times = [texts.sent(instantText(startedAt)), decidedAt ? texts.decided(instantText(decidedAt)) : ''];
  return (
    <View className="card screening">
      <View className="screening__top">
        <View className="screening__kind">{subjectNames[subject.kind]}</View>
        <Tag text={name} tone={tone} />
      </View>
      {concern ? <View className="screening__concern">{concern}</View> : null}
      <Words screening={screening} />
      <ScreeningPhotos pictures={pictures} />
      {reason ? <View className="screening__reason">{texts.because(reason)}</View> : null}
      <View className="hint">{times.filter(Boolean).join(' · ')}</View>
      {can.decide ? <Decide store={store} screening={screening} /> : null}
    </View>
  );
});
