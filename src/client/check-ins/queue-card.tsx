import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../root-store';
import { sessionRoutes } from '../sessions/routes';
import { ActionButton } from '../ui/action-button';
import { ConfirmSheet } from '../ui/confirm-sheet';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Pressable } from '../ui/pressable';
import { clockText } from '../ui/dates';
import { checkInFailureWords } from './check-in-failure';
import type { QueuedCheckIn } from './store';
import { checkInTexts } from './texts';
import './queue-card.scss';

const texts = checkInTexts.mine;

function stateText({ state, failure }: QueuedCheckIn): string {
  if (state === 'sending') return texts.sending;
  if (state === 'waiting') return texts.waiting;
  return failure ? `${texts.rejected}：${checkInFailureWords(failure).title}` : texts.rejected;
}

function Queued({ queued, onDiscard }: { queued: QueuedCheckIn; onDiscard: () => void }) {
  const isRefused = queued.state === 'refused';
  return (
    <View className="queued">
      <View className="queued__time">{clockText(Date.parse(queued.phoneTime))}</View>
      <View className="queued__words">
        <View className="queued__label">{queued.label}</View>
        <View className={`queued__state ${isRefused ? 'queued__state--refused' : ''}`}>
          {stateText(queued)}
        </View>
      </View>
      {queued.state === 'sending' ? null : (
        <Pressable
          className="queued__discard"
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
export const QueueCard = observer(() => {
  const { checkIns, device } = useRootStore();
  const [discarding, setDiscarding] = useState<QueuedCheckIn | null>(null);
  const { queue, needsSignIn } = checkIns;
  const canSend = queue.some(({ state }) => state === 'waiting');
  const close = () => setDiscarding(null);
  return (
    <>
      {queue.length > 0 ? (
        <View className="card queue-card">
          <Heading level={2}>{texts.queue}</Heading>
          <View className="hint">{texts.queueHint}</View>
          {queue.map((queued) => (
            <Queued key={queued.key} queued={queued} onDiscard={() => setDiscarding(queued)} />
          ))}
          {needsSignIn ? (
            <ActionButton
              text={texts.signInToSend}
              onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
            />
          ) : null}
          {canSend && !needsSignIn ? (
            <ActionButton icon="retry" text={texts.send} onPress={() => void checkIns.sendQueue()} />
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
          if (discarding) checkIns.discard(discarding.key);
          close();
        }}
      />
    </>
  );
});
