import type { ScreeningSubject } from '../../contract/screenings';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import { newId } from '../platform/ids';
import { publish } from '../platform/outbox';
import * as queries from './queries';

/** What is looked at: whose it is within its concept. */
export interface Subject {
  kind: ScreeningSubject;
  id: string;
}

export interface ScreeningStart {
  communityId: string;
  subject: Subject;
  /** Who wrote it; null where nobody knows. */
  personId: string | null;
  texts: readonly queries.WrittenText[];
  mediaIds: readonly string[];
  /** `weapp`: WeChat knows the author, and is asked. `staff`: written by those who work here, at work. */
  source: queries.Source;
}

export const started = 'screenings.started';

/** After this long without an answer a person looks: WeChat has 30 minutes. */
export const lateMs = 35 * 60_000;

/** What is written comes in here. */
export function createStarting({ clock }: { clock: Clock }) {
  async function stop(tx: Queries, communityId: string, { kind, id }: Subject): Promise<void> {
    await tx.run(queries.replaceOpen, [communityId, kind, id, clock.now()]);
  }

  return {
    /**
     * For other concepts, in the transaction that writes the subject: begins a round of looking at it; one that is under
     * way is replaced by it. A picture that a person or WeChat has let pass is not looked at again. What comes of it is
     * told once (`hearOfScreenings`), after the commit, with this round's id: keep it, and believe no other round.
     * @returns the round's id.
     */
    async start(tx: Queries, input: ScreeningStart): Promise<string> {
      const { communityId, subject, personId, source } = input;
      const now = clock.now();
      const screeningId = newId();
      const texts = input.texts.filter(({ text }) => text.trim() !== '');
      const parts = [
        ...(texts.length > 0 ? [{ kind: 'words', texts, mediaId: null }] : []),
        ...[...new Set(input.mediaIds)].map((mediaId) => ({ kind: 'picture', texts: [], mediaId })),
      ].map((part, number) => ({ ...part, number }));
      await stop(tx, communityId, subject);
      await tx.run(queries.insert, [
        ...[communityId, screeningId, subject.kind, subject.id, personId, source],
        now,
      ]);
      const lateAt = new Date(now.getTime() + lateMs);
      await tx.run(queries.insertParts, [communityId, screeningId, JSON.stringify(parts), lateAt]);
      await publish(tx, { communityId, topic: started, payload: { communityId, screeningId } });
      return screeningId;
    },

    /** For other concepts: the subject is no more, or nobody shall see it; nothing is told of it. */
    stop,
  };
}
