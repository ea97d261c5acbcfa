import type { MerchantStatus } from '../../contract/merchants';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import { statusNames } from './texts';

const collectShops = statement<{ community: string; name: string; joinedAt: Date }>(
  'merchant_clerks_collect',
  `select c.name as community, s.name, k.joined_at as "joinedAt" from memberships m
   join communities c on c.id = m.community_id
   join merchant_clerks k on k.community_id = m.community_id and k.person_id = m.person_id
   join merchants s on s.community_id = k.community_id and s.id = k.merchant_id
   where m.person_id = $1 order by k.joined_at`,
);
const collectApplications = statement<{
  name: string;
  status: MerchantStatus;
  appliedAt: Date;
  declineReason: string | null;
}>(
  'merchants_collect_applications',
  `select s.name, s.status, s.applied_at as "appliedAt", s.decline_reason as "declineReason" from memberships m
   join merchants s on s.community_id = m.community_id and s.applied_by = m.person_id
   where m.person_id = $1 order by s.applied_at`,
);

const forgetClerk = statement<object>(
  'merchant_clerks_forget',
  `delete from merchant_clerks k using memberships m
   where m.person_id = $1 and k.community_id = m.community_id and k.person_id = m.person_id`,
);
const forgetApplicant = statement<object>(
  'merchants_forget_applicant',
  `update merchants s set applied_by = null from memberships m
   where m.person_id = $1 and s.community_id = m.community_id and s.applied_by = m.person_id`,
);

const mergeClerk = statement<object>(
  'merchant_clerks_merge',
  `insert into merchant_clerks (community_id, merchant_id, person_id, joined_at)
   select k.community_id, k.merchant_id, $2, k.joined_at from memberships m
   join merchant_clerks k on k.community_id = m.community_id and k.person_id = m.person_id
   where m.person_id = $1 on conflict do nothing`,
);
/** One waits at a time: of two, the one who stays keeps theirs, and the other is nobody's. */
const mergeApplicant = statement<object>(
  'merchants_merge_applicant',
  `update merchants s set applied_by = case when s.status = 'draft' and exists (
       select from merchants own where own.community_id = s.community_id and own.applied_by = $2 and own.status = 'draft')
     then null else $2::uuid end
   from memberships m where m.person_id = $1 and s.community_id = m.community_id and s.applied_by = $1`,
);

const forgetApplicationsThere = statement<object>(
  'merchants_forget_applications_there',
  'update merchants set applied_by = null where community_id = $1 and applied_by = $2',
);

/** In one community, when one leaves it. Who serves in a shop there does not leave. */
export async function forgetApplications(tx: Queries, communityId: string, personId: string): Promise<void> {
  await tx.run(forgetApplicationsThere, [communityId, personId]);
}

export const merchantsPersonalData: PersonalData = {
  title: '商户',
  async collect(from, personId) {
    const shops = await from.rows(collectShops, [personId]);
    const applications = await from.rows(collectApplications, [personId]);
    return {
      店员: shops.map(({ community, name, joinedAt }) => ({
        社区: community,
        商户: name,
        加入时间: joinedAt.toISOString(),
      })),
      申请: applications.map(({ name, status, appliedAt, declineReason }) => ({
        商户: name,
        状态: statusNames[status],
        申请时间: appliedAt.toISOString(),
        没有通过的原因: declineReason,
      })),
    };
  },
  async forget(tx, personId) {
    await tx.run(forgetClerk, [personId]);
    await tx.run(forgetApplicant, [personId]);
  },
  async merge(tx, from, into) {
    await tx.run(mergeClerk, [from, into]);
    await tx.run(mergeApplicant, [from, into]);
    await tx.run(forgetClerk, [from]);
  },
};
