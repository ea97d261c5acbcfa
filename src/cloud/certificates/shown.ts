import type { Certificate, CertificateRow as ListedRow } from '../../contract/certificates';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import { policy } from '../policy';
import { volunteerNumber } from '../service-records/service';
import { certificateMachine } from './machine';
import type { CertificateRow } from './queries';
import type { CertificatesParts } from './service';
import { certificateNumber, certificateTexts as texts } from './texts';

export const nameContext = (certificateId: string) => `certificates.name:${certificateId}`;

export type Shown = ReturnType<typeof createShown>;

/** Rows as the contract has them. */
export function createShown({ sealing, communities, settings }: CertificatesParts) {
  /** null once it went with the account. */
  function nameOf({ id, sealedName: bytes, nameKeyId: keyId }: CertificateRow): string | null {
    return bytes && keyId ? sealing.open({ bytes, keyId }, nameContext(id)) : null;
  }

  function listed(row: CertificateRow, community: { name: string; timeZone: string }): ListedRow {
    const { id, state, from, to, minutes, times, version } = row;
    return {
      ...{ id, state, from, to, minutes, times, version },
      number: certificateNumber(community.name, row.year, row.number),
      issuedAt: localIso(community.timeZone, row.issuedAt.getTime()),
    };
  }

  function allowed({ state, personId }: CertificateRow, asker: Asker, communityId: string) {
    const roles = asker.roles.get(communityId);
    const actors = ['organiser'] as const;
    const isOther = personId !== asker.personId;
    return {
      seal: isOther && policy.sealCertificate.allows(roles) && can(certificateMachine, state, 'seal', actors),
      revoke: policy.revokeCertificate.allows(roles) && can(certificateMachine, state, 'revoke', actors),
    };
  }

  return {
    nameOf,
    listed,
    allowed,

    async whole(from: Queries, row: CertificateRow, asker: Asker): Promise<Certificate> {
      const community = await communities.describe(from, row.communityId);
      const { code, isRealName, records, issuer, head, contact, handler, sealNumber, revokeReason } = row;
      return {
        ...listed(row, community),
        ...{ code, isRealName, records, issuer, head, contact, handler, sealNumber, revokeReason },
        verifyUrl: `${settings.publicUrl}/verify/${code}`,
        name: nameOf(row) ?? texts.nameGone,
        volunteerNumber: volunteerNumber(community.name, row.volunteerNumber),
        sealedAt: row.sealedAt && localIso(community.timeZone, row.sealedAt.getTime()),
        can: allowed(row, asker, row.communityId),
      };
    },
  };
}
