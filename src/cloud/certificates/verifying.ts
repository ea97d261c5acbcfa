import { certificateProblems, type Verification } from '../../contract/certificates';
import type { verifyCertificateSchemas } from '../../contract/certificates.schema';
import type { InputOf } from '../../contract/http';
import { localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import type { Caller } from '../platform/router';
import * as queries from './queries';
import type { CertificatesParts } from './service';
import type { Shown } from './shown';
import { certificateNumber, maskName } from './texts';

export function createVerifying({ database, communities, limits }: CertificatesParts, shown: Shown) {
  return {
    /** Anyone who holds the code; few times from one address. */
    async verifyCertificate(
      { code }: InputOf<typeof verifyCertificateSchemas>,
      { address }: Pick<Caller, 'address'>,
    ): Promise<Verification> {
      await limits.consume('verify_address', address);
      const row = await database.row(queries.findByCode, [code]);
      if (!row) throw refuse(certificateProblems.certificate_unknown);
      const { state, from, to, minutes, times, issuer, issuedAt, sealedAt } = row;
      const { name, timeZone } = await communities.describe(database, row.communityId);
      return {
        ...{ state, from, to, minutes, times, issuer },
        number: certificateNumber(name, row.year, row.number),
        maskedName: maskName(shown.nameOf(row) ?? ''),
        issuedOn: localDate(timeZone, issuedAt),
        sealedOn: sealedAt && localDate(timeZone, sealedAt),
      };
    },
  };
}
