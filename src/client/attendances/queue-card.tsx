import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { ActionButton } from '../ui/action-button';
import { ConfirmSheet } from '../ui/confirm-sheet';
import { clockText } from '../ui/dates';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { failureWords } from '../ui/state-views';
import type { Queued } from './queue';
import { attendanceTexts } from './texts';
import { useAttendances } from './use-attendances';
import './queue-card.scss';

const texts = attendanceTexts.queue;

function stateText({ state, failure }: Queued): string {
  if (state === 'sending') return texts.sending;
  if (state === 'waiting') return texts.waiting;
  return failure ? `${texts.refused}：${failureWords(failure).title}` : texts.refused;
}

function Row({ queued, onDiscard }: { queued: Queued; onDiscard: () => void }) {
  const isRefused = queued.state === 'refused';
  return (
    <View className="day-queue__row">
      <View className="day-queue__time">{clockText(Date.parse(queued.at))}</View>
      <View className="day-queue__words">
        <View className="day-queue__label">{queued.label}</View>
        <View className={`day-queue__state ${isRefused ? 'day-queue__state--refused' : ''}`}>
          {stateText(queued)}
        </View>
      </View>
      {queued.state === 'sending' ? null : (
        <Pressable
          className="day-queue__discard"
          label={`${texts.discard}：${queued.label}`}
          onPress={onDiscard}
        >
          <Icon name="trash" />
        </Pressable>
      )}
    </View>
  );
}

/** What has not reached the cloud yet: to send now, or to give up. */
export const DayQueueCard = observer(({ queue }: { queue: readonly Queued[] }) => {
  const store = useAttendances();
  const [discarding, setDiscarding] = useState<Queued | null>(null);
  const close = () => setDiscarding(null);
  if (queue.length === 0 && !discarding) return null;
  return (
    <View>
      {queue.length > 0 ? (
        <View className="card day-queue">
          <Heading level={2}>{texts.title}</Heading>
          <View className="hint">{texts.hint}</View>
          {queue.map((queued) => (
            <Row key={queued.key} queued={queued} onDiscard={() => setDiscarding(queued)} />
          ))}
          {queue.some(({ state }) => state === 'waiting') ? (
            <ActionButton icon="retry" text={texts.send} onPress={() => void store.send()} />
          ) : null}
        </View>
      ) : null}
      <ConfirmSheet
        isOpen={discarding !== null}
        title={texts.discardAsk}
        hint={texts.discardHint}
        confirm={texts.discard}
        onClose={close}
        onConfirm={() => {
          if (discarding) store.discard(discarding.key);
          close();
        }}
      />
    </View>
  );
});
