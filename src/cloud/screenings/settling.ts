import type { ScreeningSubject } from '../../contract/screenings';
import type { Clock } from '../platform/clock';
import type { Queries } from '../platform/database';
import type { Jobs } from '../platform/jobs';
import { publish } from '../platform/outbox';
import * as queries from './queries';

/** A part of a round. */
export interface PartIds {
  communityId: string;
  screeningId: string;
  number: number;
}

type RoundIds = Omit<PartIds, 'number'>;

/** What came of a round. Only the last round of a subject comes to something. */
export interface ScreeningResult {
  communityId: string;
  screeningId: string;
  subjectKind: ScreeningSubject;
  subjectId: string;
  verdict: 'pass' | 'rejected';
  /** Of a rejection, for the author; written by a person. */
  reason: string | null;
  /** Whether a person or WeChat has seen every picture: only then may others than staff. True without pictures. */
  picturesSeen: boolean;
}

const screened = 'screenings.screened';

/** For other concepts: `work` runs once for each subject of the kind that was decided, in the job's transaction. */
export function hearOfScreenings(
  jobs: Jobs,
  kind: ScreeningSubject,
  work: (tx: Queries, result: ScreeningResult) => Promise<void>,
): void {
  jobs.handle(screened, async (tx, payload) => {
    const result = payload as unknown as ScreeningResult;
    if (result.subjectKind === kind) await work(tx, result);
  });
}

/** Written in the transaction that decides. */
export async function tell(
  tx: Queries,
  ids: RoundIds,
  { subjectKind, subjectId }: Pick<queries.LockedRow, 'subjectKind' | 'subjectId'>,
  { verdict, reason }: Pick<ScreeningResult, 'verdict' | 'reason'>,
): Promise<void> {
  const { communityId, screeningId } = ids;
  const seen = await tx.row(queries.findPicturesSeen, [communityId, screeningId]);
  const picturesSeen = seen?.picturesSeen ?? false;
  const payload: ScreeningResult = {
    ...{ communityId, screeningId, subjectKind, subjectId },
    ...{ verdict, reason, picturesSeen },
  };
  await publish(tx, { communityId, topic: screened, payload: { ...payload } });
}

export type Settling = ReturnType<typeof createSettling>;

/** What follows when a part is decided. */
export function createSettling({ clock }: { clock: Clock }) {
  /** Of a round that the transaction holds. */
  async function settle(tx: Queries, ids: RoundIds, round: queries.LockedRow): Promise<void> {
    const values = [ids.communityId, ids.screeningId, clock.now()];
    if (await tx.run(queries.wait, values)) return;
    if (await tx.run(queries.pass, values)) await tell(tx, ids, round, { verdict: 'pass', reason: null });
  }

  async function note(tx: Queries, ids: PartIds, opinion: queries.Opinion): Promise<void> {
    const { communityId, screeningId, number } = ids;
    const { verdict, checkedBy, why, label = null, hits = [] } = opinion;
    await tx.run(queries.decidePart, [
      ...[communityId, screeningId, number, verdict, checkedBy, why, label],
      JSON.stringify(hits),
    ]);
  }

  /** Always first, so that nobody waits for somebody who waits. */
  const hold = (tx: Queries, { communityId, screeningId }: RoundIds) =>
    tx.row(queries.lock, [communityId, screeningId]);

  return {
    hold,
    settle,
    note,
    /** A part was decided, by whatever decided it; once: what a person has said stands. */
    async decide(tx: Queries, ids: PartIds, opinion: queries.Opinion): Promise<void> {
      const round = await hold(tx, ids);
      if (round?.state !== 'checking' && round?.state !== 'waiting') return;
      await note(tx, ids, opinion);
      await settle(tx, ids, round);
    },
  };
}
