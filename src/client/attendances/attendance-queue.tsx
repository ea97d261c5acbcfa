import { observer } from 'mobx-react';
import { ActionButton } from '../ui/action-button';
import { QueueCard } from '../ui/queue-card';
import { failureWords } from '../ui/state-views';
import type { Queued } from './queue';
import { attendanceTexts } from './texts';
import { useAttendances } from './use-attendances';

const texts = attendanceTexts.queue;

/** Scans, or what a leader said of others, that wait on this phone. */
export const AttendanceQueue = observer(({ queue }: { queue: readonly Queued[] }) => {
  const store = useAttendances();
  return (
    <QueueCard
      texts={texts}
      queue={queue}
      timeOf={({ at }) => Date.parse(at)}
      whyOf={({ failure }) => failure && failureWords(failure).title}
      onDiscard={(key) => store.discard(key)}
    >
      {queue.some(({ state }) => state === 'waiting') ? (
        <ActionButton icon="retry" text={texts.send} onPress={() => void store.send()} />
      ) : null}
    </QueueCard>
  );
});
