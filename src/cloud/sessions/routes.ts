import { listDemoAccounts, signInAsDemo, signInWithWechat, signOut } from '../../contract/sessions';
import {
  listDemoAccountsSchemas,
  signInAsDemoSchemas,
  signInWithWechatSchemas,
  signOutSchemas,
} from '../../contract/sessions.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Sessions } from './service';

export function sessionRoutes({ on }: Router, sessions: Sessions): void {
  on(signInWithWechat, signInWithWechatSchemas, policy.signInWithWechat, ({ input }) =>
    sessions.signInWithWechat(input),
  );
  on(listDemoAccounts, listDemoAccountsSchemas, policy.listDemoAccounts, () => sessions.listDemoAccounts());
  on(signInAsDemo, signInAsDemoSchemas, policy.signInAsDemo, ({ input }) => sessions.signInAsDemo(input));
  on(signOut, signOutSchemas, policy.signOut, ({ asker }) => sessions.signOut(asker));
}
