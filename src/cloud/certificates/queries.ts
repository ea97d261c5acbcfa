import type { CertificateState } from '../../contract/certificates';
import type { ServiceGrade, ServiceKind } from '../../contract/service-records';
import { statement } from '../platform/database';

/** As it stood. */
export interface Certified {
  servedOn: string;
  kind: ServiceKind;
  content: string;
  place: string;
  minutes: number;
  grade: ServiceGrade | null;
}

export interface CertificateRow {
  communityId: string;
  id: string;
  year: number;
  number: number;
  code: string;
  personId: string | null;
  volunteerNumber: number;
  sealedName: Buffer | null;
  nameKeyId: string | null;
  isRealName: boolean;
  state: CertificateState;
  from: string;
  to: string;
  minutes: number;
  times: number;
  records: Certified[];
  issuer: string;
  head: string;
  contact: string;
  issuedAt: Date;
  sealNumber: string | null;
  handler: string | null;
  sealedAt: Date | null;
  revokeReason: string | null;
  version: number;
}

const columns = `community_id as "communityId", id, year, number, code, person_id as "personId",
  volunteer_number as "volunteerNumber", sealed_name as "sealedName", name_key_id as "nameKeyId",
  is_real_name as "isRealName", state, from_day as "from", to_day as "to", minutes, times, records, issuer, head, contact,
  issued_at as "issuedAt", seal_number as "sealNumber", handler, sealed_at as "sealedAt",
  revoke_reason as "revokeReason", version`;

/** One at a time of a volunteer, so that those of a day are counted. */
export const lockVolunteer = statement<object>(
  'certificates_lock_volunteer',
  'select 1 from volunteers where community_id = $1 and person_id = $2 for update',
);

export const countSince = statement<{ count: number }>(
  'certificates_count_since',
  'select count(*)::int as count from certificates where community_id = $1 and person_id = $2 and issued_at >= $3',
);

/** The next number of the year; whoever else wants one waits until this one is used or given back. */
export const nextNumber = statement<{ number: number }>(
  'certificate_counters_next',
  `insert into certificate_counters as known (community_id, year, last_number) values ($1, $2, 1)
   on conflict (community_id, year) do update set last_number = known.last_number + 1
   returning last_number as number`,
);

export const insert = statement<CertificateRow>(
  'certificates_insert',
  `insert into certificates (community_id, id, year, number, code, person_id, volunteer_number, sealed_name, name_key_id,
     is_real_name, state, from_day, to_day, minutes, times, records, issuer, head, contact, issued_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'platform', $11, $12, $13, $14, $15::jsonb, $16, $17, $18, $19)
   returning ${columns}`,
);

export const insertRecords = statement<object>(
  'certificate_records_insert',
  `insert into certificate_records (community_id, certificate_id, record_id)
   select $1, $2, unnest($3::uuid[])`,
);

export const find = statement<CertificateRow>(
  'certificates_find',
  `select ${columns} from certificates where community_id = $1 and id = $2`,
);

/** By the code alone, as the paper names it. */
export const findByCode = statement<CertificateRow>(
  'certificates_find_by_code',
  `select ${columns} from certificates where code = $1`,
);

/** The newest first. */
export const listMine = statement<CertificateRow>(
  'certificates_list_mine',
  `select ${columns} from certificates
   where community_id = $1 and person_id = $2 and (issued_at, id) < ($3::timestamptz, $4::uuid)
   order by issued_at desc, id desc limit $5`,
);

export const list = statement<CertificateRow>(
  'certificates_list',
  `select ${columns} from certificates
   where community_id = $1 and ($2::text is null or state = $2) and (issued_at, id) < ($3::timestamptz, $4::uuid)
   order by issued_at desc, id desc limit $5`,
);

/** Only from the state and the version that were seen; so with the next. */
export const seal = statement<CertificateRow>(
  'certificates_seal',
  `update certificates set state = 'sealed', seal_number = $5, handler = $6, sealed_by = $7, sealed_at = $8,
     version = version + 1
   where community_id = $1 and id = $2 and state = $3 and version = $4 and person_id is distinct from $7
   returning ${columns}`,
);

export const revoke = statement<CertificateRow>(
  'certificates_revoke',
  `update certificates set state = 'revoked', revoke_reason = $5, revoked_by = $6, revoked_at = $7,
     version = version + 1
   where community_id = $1 and id = $2 and state = $3 and version = $4 returning ${columns}`,
);

/** Those that a record stands on and that still hold. */
export const supersede = statement<CertificateRow>(
  'certificates_supersede',
  `update certificates set state = 'superseded', superseded_at = $3, version = version + 1
   where community_id = $1 and state = any($4::text[]) and id in (
     select certificate_id from certificate_records where community_id = $1 and record_id = $2)
   returning ${columns}`,
);

export const listToReseal = statement<{ id: string; communityId: string; sealed: Buffer; keyId: string }>(
  'certificates_list_to_reseal',
  `select id, community_id as "communityId", sealed_name as sealed, name_key_id as "keyId" from certificates
   where name_key_id <> $1 limit $2`,
);
/** Unless it was changed meanwhile. */
export const reseal = statement<object>(
  'certificates_reseal',
  `update certificates set sealed_name = $3, name_key_id = $4
   where community_id = $1 and id = $2 and sealed_name = $5`,
);
