import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { sessionRoutes } from '../sessions/routes';
import { ActionButton } from '../ui/action-button';
import { QueueCard } from '../ui/queue-card';
import { checkInFailureWords } from './check-in-failure';
import { checkInTexts } from './texts';

const texts = checkInTexts.queue;

/** Check-ins that wait on this phone. */
export const CheckInQueue = observer(() => {
  const { checkIns, device } = useRootStore();
  const { queue, needsSignIn } = checkIns;
  const canSend = queue.some(({ state }) => state === 'waiting');
  return (
    <QueueCard
      texts={texts}
      queue={queue}
      timeOf={({ phoneTime }) => Date.parse(phoneTime)}
      whyOf={({ failure }) => failure && checkInFailureWords(failure).title}
      onDiscard={(key) => checkIns.discard(key)}
    >
      {needsSignIn ? (
        <ActionButton
          text={texts.signInToSend}
          onPress={() => device.navigation.to(sessionRoutes.signIn.to())}
        />
      ) : null}
      {canSend && !needsSignIn ? (
        <ActionButton icon="retry" text={texts.send} onPress={() => void checkIns.sendQueue()} />
      ) : null}
    </QueueCard>
  );
});
