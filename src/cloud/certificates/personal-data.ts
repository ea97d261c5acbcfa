import type { CertificateState } from '../../contract/certificates';
import { durationText } from '../../contract/service-records';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { certificateNumber, certificateTexts as texts, stateNames } from './texts';

const collect = statement<{
  community: string;
  year: number;
  number: number;
  state: CertificateState;
  from: string;
  to: string;
  minutes: number;
  issuedAt: Date;
}>(
  'certificates_collect',
  `select c.name as community, t.year, t.number, t.state, t.from_day as "from", t.to_day as "to", t.minutes,
     t.issued_at as "issuedAt" from memberships m
   join communities c on c.id = m.community_id
   join certificates t on t.community_id = m.community_id and t.person_id = m.person_id
   where m.person_id = $1 order by t.issued_at`,
);

/** What was issued is taken back: whoever checks it learns so, and no name. */
const forgetIn = [
  statement<object>(
    'certificates_forget',
    `update certificates set person_id = null, sealed_name = null, name_key_id = null, records = '[]',
       state = 'revoked', revoked_at = coalesce(revoked_at, now()),
       revoke_reason = coalesce(revoke_reason, '${texts.gone}'), version = version + 1
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

export const certificatesPersonalData: PersonalData = {
  title: '志愿服务证明',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ community, year, number, state, minutes, issuedAt, ...span }) => ({
      社区: community,
      编号: certificateNumber(community, year, number),
      状态: stateNames[state],
      期间: texts.days(span.from, span.to),
      时长: durationText(minutes),
      出具时间: issuedAt.toISOString(),
    }));
  },
  async forget(tx, personId) {
    for (const { communityId } of await tx.rows(listCommunities, [personId]))
      await forgetCertificates(tx, communityId, personId);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
