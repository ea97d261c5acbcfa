import { problems } from '../../contract/http';
import { sessionProblems, type DemoAccount, type Session } from '../../contract/sessions';
import { refuse } from '../platform/refusal';
import type { Caller } from '../platform/router';
import type { OpenSession } from './opening';
import * as queries from './queries';
import type { SessionsParts } from './service';
import { demoAbout } from './texts';

/** Demonstration accounts, where there is a demonstration. */
export function createDemoSignIn({
  database,
  settings,
  people,
  open,
}: SessionsParts & { open: OpenSession }) {
  function demandDemo(): void {
    if (!settings.isDemo) throw refuse(sessionProblems.demo_off);
  }

  return {
    /** Anyone, in a demonstration. */
    async listDemoAccounts(): Promise<{ items: DemoAccount[] }> {
      demandDemo();
      const rows = await database.rows(queries.listDemoAccounts);
      return { items: rows.map((row) => ({ ...row, about: demoAbout[row.role] })) };
    },

    /** Anyone, in a demonstration. */
    async signInAsDemo({ account }: { account: string }, caller: Caller): Promise<Session> {
      demandDemo();
      return database.transaction(async (tx) => {
        const personId = await people.identities.findDemo(tx, account);
        if (!personId) throw refuse(problems.not_found, { fields: { account: '没有这个演示账号' } });
        return open(tx, personId, 'demo', caller);
      });
    },
  };
}
