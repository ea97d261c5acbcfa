import type { Queries } from '../platform/database';
import { statesFor } from '../platform/machine';
import { certificateMachine } from './machine';
import * as queries from './queries';
import type { CertificatesParts } from './service';
import { certificateNumber } from './texts';

/** What service records have done to papers. */
export function createSuperseding({
  clock,
  communities,
  notify,
}: Pick<CertificatesParts, 'clock' | 'communities' | 'notify'>) {
  const states = statesFor(certificateMachine, 'supersede', ['system']);

  return {
    /** Hours of a record changed: papers that it stands on are old, and whose they are is told. */
    async supersede(tx: Queries, communityId: string, recordId: string): Promise<void> {
      const rows = await tx.rows(queries.supersede, [communityId, recordId, clock.now(), states]);
      if (rows.length === 0) return;
      const { name } = await communities.describe(tx, communityId);
      for (const { personId, id, year, number } of rows) {
        if (personId === null) continue;
        const what = certificateNumber(name, year, number);
        const values = { news: 'superseded', what, hours: '', words: null } as const;
        const link = `certificates/rider/certificate?id=${id}`;
        await notify(tx, { personId, communityId, kind: 'service', values, link });
      }
    },
  };
}
