import { agreeToNotice, answerConsent, listMyConsents } from '../../contract/consents';
import {
  agreeToNoticeSchemas,
  answerConsentSchemas,
  listMyConsentsSchemas,
} from '../../contract/consents.schema';
import type { Router } from '../platform/router';
import { policy } from '../policy';
import type { Consents } from './service';

export function consentRoutes({ on }: Router, consents: Consents): void {
  on(listMyConsents, listMyConsentsSchemas, policy.listMyConsents, ({ asker }) =>
    consents.listMyConsents(asker),
  );
  on(agreeToNotice, agreeToNoticeSchemas, policy.agreeToNotice, ({ input, asker }) =>
    consents.agreeToNotice(input, asker),
  );
  on(answerConsent, answerConsentSchemas, policy.answerConsent, ({ input, asker }) =>
    consents.answerConsent(input, asker),
  );
}
