import { certificateStates, type CertificateState } from '../../contract/certificates';
import { defineMachine } from '../platform/machine';

type CertificateActor = 'organiser' | 'system';
type CertificateAction = 'seal' | 'supersede' | 'revoke';

/** What becomes of a proof. It may stay as it was issued for ever. */
export const certificateMachine = defineMachine<CertificateState, CertificateActor, CertificateAction>({
  states: certificateStates,
  initial: 'platform',
  terminal: ['platform', 'sealed', 'superseded', 'revoked'],
  transitions: [
    { action: 'seal', from: 'platform', to: 'sealed', by: ['organiser'], needs: ['sealNumber', 'handler'] },
    { action: 'supersede', from: ['platform', 'sealed'], to: 'superseded', by: ['system'] },
    {
      action: 'revoke',
      from: ['platform', 'sealed', 'superseded'],
      to: 'revoked',
      by: ['organiser', 'system'],
      needs: ['reason'],
    },
  ],
});
