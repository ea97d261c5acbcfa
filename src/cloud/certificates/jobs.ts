import type { Jobs } from '../platform/jobs';
import { dayMs } from '../platform/local-time';
import type { Sealing } from '../platform/sealing';
import type { Database } from '../platform/database';
import * as queries from './queries';
import { nameContext } from './shown';

const batch = 200;

/** Seals with the current key what another sealed, some at a time. */
async function reseal(from: Database, sealing: Sealing): Promise<void> {
  for (;;) {
    const rows = await from.rows(queries.listToReseal, [sealing.currentKeyId, batch]);
    for (const { id, communityId, sealed, keyId } of rows) {
      const name = sealing.open({ bytes: sealed, keyId }, nameContext(id));
      const anew = sealing.seal(name, nameContext(id));
      await from.run(queries.reseal, [communityId, id, anew.bytes, anew.keyId, sealed]);
    }
    if (rows.length < batch) return;
  }
}

export function certificateJobs(jobs: Jobs, sealing: Sealing): void {
  jobs.every('certificates_reseal', dayMs, (database) => reseal(database, sealing));
}
