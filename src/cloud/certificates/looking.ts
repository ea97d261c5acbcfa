import type { Certificate } from '../../contract/certificates';
import type {
  getCertificatePdfSchemas,
  getCertificateSchemas,
  listCertificatesSchemas,
  listMyCertificatesSchemas,
} from '../../contract/certificates.schema';
import { pageLimits, problems, type AnswerOf, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import { encodeCursor, latestFrom } from '../platform/cursor';
import { refuse } from '../platform/refusal';
import { policy } from '../policy';
import { volunteerNumber } from '../service-records/service';
import * as queries from './queries';
import type { CertificatesParts } from './service';
import type { Shown } from './shown';
import { certificateTexts as texts, maskName } from './texts';

const contentType = 'application/pdf';

function nextOf(rows: readonly queries.CertificateRow[], limit: number): string | null {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return last ? encodeCursor([last.issuedAt.getTime(), last.id]) : null;
}

export function createLooking({ database, communities, audit, papers }: CertificatesParts, shown: Shown) {
  /** Whose it is; or who looks at records here, and that is written down. */
  async function getCertificate(
    { communityId, certificateId }: InputOf<typeof getCertificateSchemas>,
    asker: Asker,
  ): Promise<Certificate> {
    const { personId: actorId, roles } = asker;
    return database.transaction(async (tx) => {
      const row = await tx.row(queries.find, [communityId, certificateId]);
      const isOwn = row?.personId === actorId;
      if (!row || (!isOwn && !policy.listCertificates.allows(roles.get(communityId))))
        throw refuse(problems.not_found);
      if (!isOwn) {
        const subject = row.personId === null ? {} : { subjectId: row.personId };
        await audit.record(tx, { communityId, actorId, ...subject, action: 'certificate_viewed' });
      }
      return shown.whole(tx, row, asker);
    });
  }

  return {
    getCertificate,

    /** The same people; `unavailable` while too many are asked for. */
    async getCertificatePdf(
      input: InputOf<typeof getCertificatePdfSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof getCertificatePdfSchemas>> {
      const certificate = await getCertificate(input, asker);
      const paper = await papers.ask(certificate);
      return {
        name: texts.pdfName(certificate.number),
        contentType,
        file: Buffer.from(paper).toString('base64'),
      };
    },

    /** A member, their own. */
    async listMyCertificates(
      { communityId, cursor, limit = pageLimits.default }: InputOf<typeof listMyCertificatesSchemas>,
      { personId }: Asker,
    ): Promise<AnswerOf<typeof listMyCertificatesSchemas>> {
      const community = await communities.describe(database, communityId);
      const values = [communityId, personId, ...latestFrom(cursor), limit + 1];
      const rows = await database.rows(queries.listMine, values);
      const items = rows.slice(0, limit).map((row) => shown.listed(row, community));
      return { items, nextCursor: nextOf(rows, limit) };
    },

    /** Staff, organiser, admin or auditor. */
    async listCertificates(
      { communityId, state, cursor, limit = pageLimits.default }: InputOf<typeof listCertificatesSchemas>,
      asker: Asker,
    ): Promise<AnswerOf<typeof listCertificatesSchemas>> {
      const community = await communities.describe(database, communityId);
      const values = [communityId, state ?? null, ...latestFrom(cursor), limit + 1];
      const rows = await database.rows(queries.list, values);
      const items = rows.slice(0, limit).map((row) => ({
        ...shown.listed(row, community),
        maskedName: maskName(shown.nameOf(row) ?? ''),
        volunteerNumber: volunteerNumber(community.name, row.volunteerNumber),
        can: shown.allowed(row, asker, communityId),
      }));
      return { items, nextCursor: nextOf(rows, limit) };
    },
  };
}
