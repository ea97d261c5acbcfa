import { problems } from '../../contract/http';
import type { MySession } from '../../contract/sessions';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import type { SessionsParts } from './service';

/** A person's own sessions. What ends, ends at once on every instance. */
export function createMySessions({ database, changes, clock }: SessionsParts) {
  const end = (personId: string, work: (tx: Queries) => Promise<void>): Promise<undefined> =>
    database.transaction(async (tx) => {
      await work(tx);
      await changes.announce(tx, 'sessions', personId);
      return undefined;
    });

  return {
    /** A signed-in person, their own, the last used first. */
    async listMySessions({ personId, sessionId }: Asker): Promise<{ items: MySession[] }> {
      const rows = await database.rows(queries.listMine, [personId, clock.now()]);
      return {
        items: rows.map(({ createdAt, usedAt, ...row }) => ({
          ...row,
          createdAt: createdAt.toISOString(),
          usedAt: usedAt.toISOString(),
          isCurrent: row.id === sessionId,
        })),
      };
    },

    /** A signed-in person: one of their own. */
    revokeSession: ({ sessionId }: { sessionId: string }, { personId }: Asker): Promise<undefined> =>
      end(personId, async (tx) => {
        if (!(await tx.run(queries.deleteSession, [sessionId, personId]))) throw refuse(problems.not_found);
      }),

    /** A signed-in person: all of them, this one too. */
    revokeAllSessions: ({ personId }: Asker): Promise<undefined> =>
      end(personId, async (tx) => {
        await tx.run(queries.deleteAll, [personId]);
      }),

    /** A signed-in person: this session only. */
    signOut: ({ sessionId, personId }: Asker): Promise<undefined> =>
      end(personId, async (tx) => {
        await tx.run(queries.deleteSession, [sessionId, personId]);
      }),
  };
}
