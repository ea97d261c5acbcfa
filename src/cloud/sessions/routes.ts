import { getMe, listDemoAccounts, signInAsDemo, signInWithWechat, signOut } from '../../contract/sessions';
import {
  getMeSchemas,
  listDemoAccountsSchemas,
  signInAsDemoSchemas,
  signInWithWechatSchemas,
  signOutSchemas,
} from '../../contract/sessions.schema';
import { anyone, signedIn, type Router } from '../platform/router';
import type { Sessions } from './service';

export function sessionRoutes({ on }: Router, sessions: Sessions): void {
  on(signInWithWechat, signInWithWechatSchemas, anyone, ({ input }) => sessions.signInWithWechat(input));
  on(listDemoAccounts, listDemoAccountsSchemas, anyone, () => sessions.listDemoAccounts());
  on(signInAsDemo, signInAsDemoSchemas, anyone, ({ input }) => sessions.signInAsDemo(input));
  on(getMe, getMeSchemas, signedIn, ({ asker }) => sessions.getMe(asker));
  on(signOut, signOutSchemas, signedIn, ({ asker }) => sessions.signOut(asker));
}
