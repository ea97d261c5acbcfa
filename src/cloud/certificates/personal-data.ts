import type { CertificateState } from '../../contract/certificates';
import { durationText } from '../../contract/service-records';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import type { Sealing } from '../platform/sealing';
import { nameContext } from './shown';
import { certificateNumber, certificateTexts as texts, stateNames } from './texts';

const collect = statement<{
  id: string;
  community: string;
  year: number;
  number: number;
  state: CertificateState;
  from: string;
  to: string;
  minutes: number;
  issuedAt: Date;
  code: string;
  revokeReason: string | null;
  sealedName: Buffer;
  nameKeyId: string;
}>(
  'certificates_collect',
  `select t.id, c.name as community, t.year, t.number, t.state, t.from_day as "from", t.to_day as "to", t.minutes,
     t.issued_at as "issuedAt", t.code, t.revoke_reason as "revokeReason", t.sealed_name as "sealedName",
     t.name_key_id as "nameKeyId" from memberships m
   join communities c on c.id = m.community_id
   join certificates t on t.community_id = m.community_id and t.person_id = m.person_id
   where m.person_id = $1 order by t.issued_at`,
);

/** What was issued is taken back: whoever checks it learns so, and no name. */
const forgetIn = [
  statement<object>(
    'certificates_forget',
    `update certificates set person_id = null, sealed_name = null, name_key_id = null, records = '[]',
       state = 'revoked', revoked_at = coalesce(revoked_at, now()), revoke_reason = '${texts.gone}', version = version + 1
     where community_id = $1 and person_id = $2`,
  ),
  statement<object>(
    'certificates_forget_sealer',
    'update certificates set sealed_by = null where community_id = $1 and sealed_by = $2',
  ),
  statement<object>(
    'certificates_forget_revoker',
    'update certificates set revoked_by = null where community_id = $1 and revoked_by = $2',
  ),
];

/** In one community. */
export async function forgetCertificates(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const listCommunities = statement<{ communityId: string }>(
  'certificates_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

const merges = ['person_id', 'sealed_by', 'revoked_by'].map((column) =>
  statement<object>(
    `certificates_merge_${column}`,
    `update certificates t set ${column} = $2 from memberships m
     where m.person_id = $1 and t.community_id = m.community_id and t.${column} = m.person_id`,
  ),
);

export const certificatesPersonalData = (sealing: Sealing): PersonalData => ({
  title: '志愿服务证明',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ id, community, year, number, sealedName, nameKeyId, ...one }) => ({
      社区: community,
      编号: certificateNumber(community, year, number),
      姓名: sealing.open({ bytes: sealedName, keyId: nameKeyId }, nameContext(id)),
      状态: stateNames[one.state],
      期间: texts.days(one.from, one.to),
      时长: durationText(one.minutes),
      出具时间: one.issuedAt.toISOString(),
      查验码: one.code,
      撤销原因: one.revokeReason,
    }));
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetCertificates(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
});
