import { peopleLimits, peopleProblems, type Me } from '../../contract/people';
import type { Asker } from '../platform/asker';
import type { Changes } from '../platform/changes';
import type { Clock } from '../platform/clock';
import type { Database, Queries } from '../platform/database';
import { dayMs } from '../platform/local-time';
import type { PersonalData } from '../platform/personal-data';
import { refuse } from '../platform/refusal';
import * as queries from './queries';

interface Parts {
  database: Database;
  clock: Clock;
  changes: Changes;
  personalData: readonly PersonalData[];
  describeMe: (from: Queries, personId: string) => Promise<Me>;
}

/** Leaving for good, with a week to think again. */
export function createDeletion({ database, clock, changes, personalData, describeMe }: Parts) {
  /** Takes a person out of everything, at once, and for good. */
  async function remove(tx: Queries, personId: string): Promise<void> {
    for (const { forget } of personalData) await forget(tx, personId);
    await changes.announce(tx, 'sessions', personId);
  }

  return {
    /** A signed-in person: in seven days; a second time changes nothing. */
    async requestMyDeletion({ personId }: Asker): Promise<Me> {
      return database.transaction(async (tx) => {
        await tx.rows(queries.lockAdministered, [personId]);
        const dueAt = new Date(clock.now().getTime() + peopleLimits.deletionGraceDays * dayMs);
        if (!(await tx.run(queries.requestDeletion, [personId, dueAt])))
          throw refuse(peopleProblems.last_admin);
        return describeMe(tx, personId);
      });
    },

    /** A signed-in person, before the day. */
    async cancelMyDeletion({ personId }: Asker): Promise<Me> {
      await database.run(queries.cancelDeletion, [personId]);
      return describeMe(database, personId);
    },

    /** The job: everyone whose day has come; whoever came back meanwhile stays. */
    async deleteDue(): Promise<void> {
      const batch = 100;
      for (;;) {
        const due = await database.rows(queries.listDue, [clock.now(), batch]);
        for (const { id } of due) {
          await database.transaction(async (tx) => {
            if (await tx.row(queries.lockDue, [id, clock.now()])) await remove(tx, id);
          });
        }
        if (due.length < batch) return;
      }
    },
  };
}
