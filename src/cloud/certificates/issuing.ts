import { certificateLimits, certificateProblems, type Certificate } from '../../contract/certificates';
import type { issueCertificateSchemas } from '../../contract/certificates.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Asker } from '../platform/asker';
import type { Queries } from '../platform/database';
import { newId, newTypedCode } from '../platform/ids';
import { instantOf, localDate } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import * as queries from './queries';
import type { CertificatesParts } from './service';
import { nameContext, type Shown } from './shown';

const codeLength = 16;

/** Who it is for, as they stand on the paper. */
interface Holder {
  communityId: string;
  personId: string;
  today: string;
  dayStart: Date;
}

export function createIssuing(parts: CertificatesParts, shown: Shown) {
  const { clock, sealing, communities, people, serviceRecords } = parts;

  /** The real name where it was given, else what they are called here. */
  async function nameFor(tx: Queries, { communityId, personId }: Holder) {
    const volunteer = await serviceRecords.findVolunteer(tx, communityId, personId);
    if (volunteer?.name) return { name: volunteer.name, isRealName: true };
    const person = (await people.describePeople(tx, [personId])).get(personId);
    if (!person) throw refuse(problems.not_found);
    return { name: person.nickname, isRealName: false };
  }

  async function demandFew(tx: Queries, { communityId, personId, dayStart }: Holder): Promise<void> {
    if (!(await tx.run(queries.lockVolunteer, [communityId, personId])))
      throw refuse(certificateProblems.certificate_empty);
    const made = await tx.row(queries.countSince, [communityId, personId, dayStart]);
    if ((made?.count ?? 0) >= certificateLimits.perDay) throw refuse(certificateProblems.certificate_often);
  }

  return {
    /** A volunteer, their own: what was recorded by now, as it stands. */
    async issueCertificate(
      { communityId, from, to }: InputOf<typeof issueCertificateSchemas>,
      asker: Asker,
      tx: Queries,
    ): Promise<Certificate> {
      const { personId } = asker;
      const { timeZone } = await communities.describe(tx, communityId);
      const now = clock.now();
      const today = localDate(timeZone, now);
      if (from > to || to > today) throw refuse(certificateProblems.certificate_range);
      const dayStart = new Date(instantOf(timeZone, Date.parse(today)));
      const holder = { communityId, personId, today, dayStart };
      await demandFew(tx, holder);
      const held = await serviceRecords.holdForPaper(tx, { communityId, personId, from, to });
      if (held.isCorrecting) throw refuse(certificateProblems.certificate_correcting);
      if (held.records.length === 0) throw refuse(certificateProblems.certificate_empty);
      if (held.records.length > certificateLimits.records) throw refuse(certificateProblems.certificate_long);
      const { name, isRealName } = await nameFor(tx, holder);
      const { issuer, head, contact } = await serviceRecords.settingsOf(tx, communityId);
      const [id, year] = [newId(), Number(today.slice(0, 4))];
      const sealed = sealing.seal(name, nameContext(id));
      const records = held.records.map(({ id: _record, ...facts }) => facts);
      const minutes = records.reduce((sum, record) => sum + record.minutes, 0);
      const number = (await tx.row(queries.nextNumber, [communityId, year]))?.number;
      const row = await tx.row(queries.insert, [
        ...[communityId, id, year, number, newTypedCode(codeLength), personId, held.volunteerNumber],
        ...[sealed.bytes, sealed.keyId, isRealName, from, to, minutes, records.length],
        ...[JSON.stringify(records), issuer, head, contact, now],
      ]);
      if (!row) throw refuse(problems.not_found);
      await tx.run(queries.insertRecords, [communityId, id, held.records.map((record) => record.id)]);
      return shown.whole(tx, row, asker);
    },
  };
}
