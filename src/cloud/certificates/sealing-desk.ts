import type { Certificate } from '../../contract/certificates';
import type { revokeCertificateSchemas, sealCertificateSchemas } from '../../contract/certificates.schema';
import { problems, type InputOf } from '../../contract/http';
import type { AuditAction } from '../../contract/audit';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { refuseMove, stepFor } from '../platform/moves';
import { refuse } from '../platform/refusal';
import { certificateMachine } from './machine';
import * as queries from './queries';
import type { CertificatesParts } from './service';
import type { Shown } from './shown';
import { certificateNumber } from './texts';

type Seal = InputOf<typeof sealCertificateSchemas>;
type Revocation = InputOf<typeof revokeCertificateSchemas>;

interface Done {
  action: AuditAction;
  news: 'sealed' | 'revoked';
  words: string | null;
}

/** Of organiser and admin. */
export function createSealingDesk(parts: CertificatesParts, shown: Shown) {
  const { database, clock, communities, audit, notify } = parts;

  async function tell(tx: Queries, row: queries.CertificateRow, asker: Asker, done: Done): Promise<void> {
    const { communityId, personId, id } = row;
    const { action, news, words } = done;
    const subject = personId === null ? {} : { subjectId: personId };
    await audit.record(tx, { communityId, actorId: asker.personId, ...subject, action });
    if (personId === null) return;
    const { name } = await communities.describe(tx, communityId);
    const what = certificateNumber(name, row.year, row.number);
    const values = { news, what, hours: '', words };
    const link = `certificates/rider/certificate?id=${id}`;
    await notify(tx, { personId, communityId, kind: 'service', values, link });
  }

  /** The row as it stands after the statement, or a refusal with how it stands now. */
  async function moved(
    tx: Queries,
    { communityId, certificateId }: Seal | Revocation,
    row: queries.CertificateRow | undefined,
  ) {
    if (row) return row;
    throw refuseMove(await tx.row(queries.find, [communityId, certificateId]));
  }

  return {
    /** Organiser or admin, of somebody else's, once the paper bears the seal. */
    async sealCertificate(input: Seal, asker: Asker): Promise<Certificate> {
      const { communityId, certificateId, version } = input;
      const [sealNumber, handler] = [input.sealNumber.trim(), input.handler.trim()];
      return database.transaction(async (tx) => {
        const known = await tx.row(queries.find, [communityId, certificateId]);
        if (known?.personId === asker.personId) throw refuse(problems.forbidden);
        const given = { sealNumber, handler };
        const wish = { action: 'seal', actors: ['organiser'], version, given } as const;
        const { from } = stepFor(certificateMachine, known, wish);
        const values = [communityId, certificateId, from, version, sealNumber, handler];
        const sealed = await tx.row(queries.seal, [...values, asker.personId, clock.now()]);
        const row = await moved(tx, input, sealed);
        await tell(tx, row, asker, { action: 'certificate_sealed', news: 'sealed', words: null });
        return shown.whole(tx, row, asker);
      });
    },

    /** Organiser or admin; the volunteer is told why. */
    async revokeCertificate(input: Revocation, asker: Asker): Promise<Certificate> {
      const { communityId, certificateId, version } = input;
      const reason = input.reason.trim();
      return database.transaction(async (tx) => {
        const known = await tx.row(queries.find, [communityId, certificateId]);
        const wish = { action: 'revoke', actors: ['organiser'], version, given: { reason } } as const;
        const { from } = stepFor(certificateMachine, known, wish);
        const values = [communityId, certificateId, from, version, reason, asker.personId, clock.now()];
        const row = await moved(tx, input, await tx.row(queries.revoke, values));
        await tell(tx, row, asker, { action: 'certificate_revoked', news: 'revoked', words: reason });
        return shown.whole(tx, row, asker);
      });
    },
  };
}
