import type { MerchantCategory, MerchantStatus } from '../../contract/merchants';
import type { OpeningHours } from '../../contract/opening-hours';
import { crs } from '../../contract/positions';
import { statement } from '../platform/database';

/** Everything about a merchant that does not depend on who asks or when. */
export interface MerchantRecord {
  id: string;
  communityId: string;
  name: string;
  category: MerchantCategory;
  status: MerchantStatus;
  address: string;
  position: { x: number; y: number };
  accuracyM: number;
  hours: OpeningHours;
  phone: string | null;
  /** Ids, in the order in which they are shown. */
  photos: string[];
  trustsPrintedCode: boolean;
  agreementFrom: string | null;
  agreementTo: string | null;
  appliedBy: string | null;
  appliedAt: Date | null;
  declineReason: string | null;
  version: number;
}

const columnsOf = (
  s: string,
) => `${s}.id, ${s}.community_id as "communityId", ${s}.name, ${s}.category, ${s}.status,
  ${s}.address, ${s}.position, ${s}.accuracy_m as "accuracyM", ${s}.hours, ${s}.phone, ${s}.photos,
  ${s}.trusts_printed_code as "trustsPrintedCode", ${s}.agreement_from as "agreementFrom",
  ${s}.agreement_to as "agreementTo", ${s}.applied_by as "appliedBy", ${s}.applied_at as "appliedAt",
  ${s}.decline_reason as "declineReason", ${s}.version`;
export const columns = columnsOf('merchants');

export const listAll = statement<MerchantRecord>('merchants_list_all', `select ${columns} from merchants`);

export const find = statement<MerchantRecord>(
  'merchants_find',
  `select ${columns} from merchants where community_id = $1 and id = $2`,
);

export const listNames = statement<{ id: string; name: string }>(
  'merchants_list_names',
  'select id, name from merchants where community_id = $1 and id = any($2::uuid[])',
);

const isWaiting = `(status = 'draft' and applied_at is not null)`;

/** Applications that wait first, then by name. $3: only those. */
export const list = statement<MerchantRecord>(
  'merchants_list',
  `select ${columns} from merchants
   where community_id = $1 and ($2::text is null or status = $2) and (not $3 or ${isWaiting})
     and ($4::text is null or position(lower($4) in lower(name)) > 0)
     and (not ${isWaiting}, name, id) > ($5::boolean, $6::text, $7::uuid)
   order by not ${isWaiting}, name, id limit $8`,
);

export const countWaiting = statement<{ waiting: number }>(
  'merchants_count_waiting',
  `select count(*)::int as waiting from merchants where community_id = $1 and ${isWaiting}`,
);

/** No row where the applicant ($14) has one waiting already. */
export const insert = statement<MerchantRecord>(
  'merchants_insert',
  `insert into merchants (community_id, id, name, category, status, address, position, accuracy_m, crs, hours, phone,
     agreement_from, agreement_to, created_at, applied_by, applied_at)
   values ($1, $2, $3, $4, 'draft', $5, point($6, $7), $8, '${crs}', $9::jsonb, $10, $11, $12, $13, $14,
     case when $14::uuid is not null then $13::timestamptz end)
   on conflict (community_id, applied_by) where status = 'draft' do nothing
   returning ${columns}`,
);

export const update = statement<MerchantRecord>(
  'merchants_update',
  `update merchants set name = $4, category = $5, address = $6, position = point($7, $8), accuracy_m = $9,
     hours = $10::jsonb, phone = $11, agreement_from = $12, agreement_to = $13, version = version + 1
   where community_id = $1 and id = $2 and version = $3 returning ${columns}`,
);

/** Only from the states in $5. */
export const setStatus = statement<MerchantRecord>(
  'merchants_set_status',
  `update merchants set status = $4, version = version + 1
   where community_id = $1 and id = $2 and version = $3 and status = any($5::text[]) returning ${columns}`,
);

/** What was applied for and waits; $5 is null when it is approved. */
export const decide = statement<MerchantRecord>(
  'merchants_decide',
  `update merchants set status = $4, decline_reason = $5, version = version + 1
   where community_id = $1 and id = $2 and version = $3 and status = 'draft' and applied_at is not null
   returning ${columns}`,
);

/** What is null stays; the phone only changes where $5 says so. */
export const updateShop = statement<MerchantRecord>(
  'merchants_update_shop',
  `update merchants set hours = coalesce($3::jsonb, hours), phone = case when $5 then $4 else phone end,
     trusts_printed_code = coalesce($6, trusts_printed_code), version = version + 1
   where community_id = $1 and id = $2 returning ${columns}`,
);

/** Reads them all: only for a shop so new that nobody in memory knows it. */
export const findCommunity = statement<{ communityId: string }>(
  'merchants_find_community',
  'select community_id as "communityId" from merchants where id = $1',
);

export interface MyRecord extends MerchantRecord {
  isClerk: boolean;
}

/** Shops of mine, and what I applied for. */
export const listMine = statement<MyRecord>(
  'merchants_list_mine',
  `select ${columnsOf('s')}, c.merchant_id is not null as "isClerk"
   from memberships m
   join merchants s on s.community_id = m.community_id
   left join merchant_clerks c on c.community_id = s.community_id and c.merchant_id = s.id
     and c.person_id = m.person_id
   where m.person_id = $1 and (c.merchant_id is not null or s.applied_by = $1)
   order by s.name, s.id`,
);

export const listClerks = statement<{ personId: string; joinedAt: Date }>(
  'merchant_clerks_list',
  `select person_id as "personId", joined_at as "joinedAt" from merchant_clerks
   where community_id = $1 and merchant_id = $2 order by joined_at, person_id`,
);

/** Changes no row for who is one already, and where there are $5 of them. */
export const insertClerk = statement<object>(
  'merchant_clerks_insert',
  `insert into merchant_clerks (community_id, merchant_id, person_id, joined_at)
   select $1, $2, $3, $4 where (
     select count(*) from merchant_clerks where community_id = $1 and merchant_id = $2) < $5
   on conflict do nothing`,
);
export const isClerk = statement<object>(
  'merchant_clerks_find',
  'select 1 from merchant_clerks where community_id = $1 and merchant_id = $2 and person_id = $3',
);
export const deleteClerk = statement<object>(
  'merchant_clerks_delete',
  'delete from merchant_clerks where community_id = $1 and merchant_id = $2 and person_id = $3',
);

/** The role goes with serving somewhere in the community. */
export const followClerkRole = statement<object>(
  'memberships_follow_clerk_role',
  `update memberships m set version = version + 1,
     roles = case when not exists (select from merchant_clerks c
                                   where c.community_id = m.community_id and c.person_id = m.person_id)
       then array_append(array_remove(array_remove(m.roles, 'merchant_clerk'), 'rider'), 'rider')
       else array_append(array_remove(m.roles, 'merchant_clerk'), 'merchant_clerk') end
   where community_id = $1 and person_id = $2`,
);

/** Holds the shop, so that of two who become its last clerk one does. */
export const lock = statement<object>(
  'merchants_lock',
  'select 1 from merchants where community_id = $1 and id = $2 for update',
);

export const insertInvitation = statement<object>(
  'merchant_invitations_insert',
  `insert into merchant_invitations (community_id, code_hash, merchant_id, created_at, expires_at)
   values ($1, $2, $3, $4, $5)`,
);
/** Takes it out: of two who use it at once one does. */
export const takeInvitation = statement<{ communityId: string; merchantId: string }>(
  'merchant_invitations_take',
  `delete from merchant_invitations where code_hash = $1 and expires_at > $2
   returning community_id as "communityId", merchant_id as "merchantId"`,
);
export const purgeInvitations = statement<object>(
  'merchant_invitations_purge',
  'delete from merchant_invitations where expires_at <= $1',
);
