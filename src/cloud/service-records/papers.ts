import type { Queries } from '../platform/database';
import { hasRunning } from './correction-queries';
import { holdForPaper } from './queries';
import type { Certified } from './queries';
import { find } from './volunteer-queries';

interface Span {
  communityId: string;
  personId: string;
  from: string;
  to: string;
}

/** More than this fit on no paper. */
const most = 1_000;

/** What proofs are made of. */
export const papers = {
  /** Records between two days, held until the caller's transaction is over: what would change them waits. */
  async holdForPaper(
    tx: Queries,
    { communityId, personId, from, to }: Span,
  ): Promise<{ records: Certified[]; isCorrecting: boolean; volunteerNumber: number }> {
    const values = [communityId, personId, from, to];
    const records = await tx.rows(holdForPaper, [...values, most]);
    const running = await tx.row(hasRunning, values);
    const volunteer = await tx.row(find, [communityId, personId]);
    return { records, isCorrecting: running !== undefined, volunteerNumber: volunteer?.number ?? 0 };
  },
};
