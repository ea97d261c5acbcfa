import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import { ConfirmSheet } from './confirm-sheet';
import { clockText } from './dates';
import { Heading } from './heading';
import { Icon } from './icon';
import { Pressable } from './pressable';
import './queue-card.scss';

/** What the cloud has not answered yet, or has refused. */
interface Queued {
  readonly key: string;
  readonly label: string;
  readonly state: 'waiting' | 'sending' | 'refused';
}

interface QueueTexts {
  readonly title: string;
  readonly hint: string;
  readonly waiting: string;
  readonly sending: string;
  readonly refused: string;
  readonly discard: string;
  readonly discardAsk: string;
  readonly discardHint: string;
}

interface QueueCardProps<One extends Queued> {
  texts: QueueTexts;
  queue: readonly One[];
  /** By the phone's clock, ms. */
  timeOf: (queued: One) => number;
  /** Why one is refused; null where nobody knows. */
  whyOf: (queued: One) => string | null;
  onDiscard: (key: string) => void;
  /** How to send it now. */
  children: ReactNode;
}

interface RowProps extends Pick<QueueCardProps<Queued>, 'texts'> {
  queued: Queued;
  time: number;
  why: string | null;
  onDiscard: () => void;
}

function Row({ texts, queued: { label, state }, time, why, onDiscard }: RowProps) {
  const refused = why ? `${texts.refused}：${why}` : texts.refused;
  return (
    <View className="queue-card__row">
      <View className="queue-card__time">{clockText(time)}</View>
      <View className="queue-card__words">
        <View className="queue-card__label">{label}</View>
        <View className={`queue-card__state ${state === 'refused' ? 'queue-card__state--refused' : ''}`}>
          {state === 'refused' ? refused : texts[state]}
        </View>
      </View>
      {state === 'sending' ? null : (
        <Pressable className="queue-card__discard" label={`${texts.discard}：${label}`} onPress={onDiscard}>
          <Icon name="trash" />
        </Pressable>
      )}
    </View>
  );
}

function Card<One extends Queued>(props: QueueCardProps<One>) {
  const { texts, queue, timeOf, whyOf, onDiscard, children } = props;
  const [discarding, setDiscarding] = useState<string | null>(null);
  const close = () => setDiscarding(null);
  return (
    <>
      {queue.length > 0 ? (
        <View className="card queue-card">
          <Heading level={2}>{texts.title}</Heading>
          <View className="hint">{texts.hint}</View>
          {queue.map((queued) => (
            <Row
              key={queued.key}
              texts={texts}
              queued={queued}
              time={timeOf(queued)}
              why={whyOf(queued)}
              onDiscard={() => setDiscarding(queued.key)}
            />
          ))}
          {children}
        </View>
      ) : null}
      <ConfirmSheet
        isOpen={discarding !== null}
        title={texts.discardAsk}
        hint={texts.discardHint}
        confirm={texts.discard}
        onClose={close}
        onConfirm={() => {
          if (discarding !== null) onDiscard(discarding);
          close();
        }}
      />
    </>
  );
}

/** What has not reached the cloud yet: to send now, or to give up. */
export const QueueCard = observer(Card);
