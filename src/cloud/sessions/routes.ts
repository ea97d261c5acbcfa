import {
  linkPhone,
  linkWechat,
  linkWechatPhone,
  listDemoAccounts,
  listMySessions,
  listSignInWays,
  revokeAllSessions,
  revokeSession,
  sendPhoneCode,
  signInAsDemo,
  signInWithCloudRun,
  signInWithPhone,
  signInWithTicket,
  signInWithWechat,
  signOut,
  unlinkIdentity,
} from '../../contract/sessions';
import * as schemas from '../../contract/sessions.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Sessions } from './service';

export function sessionRoutes({ on }: Router, sessions: Sessions): void {
  on(listSignInWays, schemas.listSignInWaysSchemas, policy.listSignInWays, () => sessions.listSignInWays());
  on(signInWithWechat, schemas.signInWithWechatSchemas, policy.signInWithWechat, ({ input, caller }) =>
    sessions.signInWithWechat(input, caller),
  );
  on(signInWithCloudRun, schemas.signInWithCloudRunSchemas, policy.signInWithCloudRun, ({ input, caller }) =>
    sessions.signInWithCloudRun(input, caller),
  );
  on(signInWithTicket, schemas.signInWithTicketSchemas, policy.signInWithTicket, ({ input, caller }) =>
    sessions.signInWithTicket(input, caller),
  );
  on(sendPhoneCode, schemas.sendPhoneCodeSchemas, policy.sendPhoneCode, ({ input, caller }) =>
    sessions.sendPhoneCode(input, caller),
  );
  on(signInWithPhone, schemas.signInWithPhoneSchemas, policy.signInWithPhone, ({ input, caller }) =>
    sessions.signInWithPhone(input, caller),
  );
  on(listDemoAccounts, schemas.listDemoAccountsSchemas, policy.listDemoAccounts, () =>
    sessions.listDemoAccounts(),
  );
  on(signInAsDemo, schemas.signInAsDemoSchemas, policy.signInAsDemo, ({ input, caller }) =>
    sessions.signInAsDemo(input, caller),
  );
  on(listMySessions, schemas.listMySessionsSchemas, policy.listMySessions, ({ asker }) =>
    sessions.listMySessions(asker),
  );
  on(revokeSession, schemas.revokeSessionSchemas, policy.revokeSession, ({ input, asker }) =>
    sessions.revokeSession(input, asker),
  );
  on(revokeAllSessions, schemas.revokeAllSessionsSchemas, policy.revokeAllSessions, ({ asker }) =>
    sessions.revokeAllSessions(asker),
  );
  on(signOut, schemas.signOutSchemas, policy.signOut, ({ asker }) => sessions.signOut(asker));
  on(linkWechat, schemas.linkWechatSchemas, policy.linkWechat, ({ input, asker, caller }) =>
    sessions.linkWechat(input, asker, caller),
  );
  on(linkPhone, schemas.linkPhoneSchemas, policy.linkPhone, ({ input, asker, caller }) =>
    sessions.linkPhone(input, asker, caller),
  );
  on(linkWechatPhone, schemas.linkWechatPhoneSchemas, policy.linkWechatPhone, ({ input, asker, caller }) =>
    sessions.linkWechatPhone(input, asker, caller),
  );
  on(unlinkIdentity, schemas.unlinkIdentitySchemas, policy.unlinkIdentity, ({ input, asker }) =>
    sessions.unlinkIdentity(input, asker),
  );
}
