import type { Company, ExportState, IdentityKind, MembershipStatus } from '../../contract/people';
import type { Role } from '../../contract/roles';
import { statement } from '../platform/database';

export interface MeRow {
  nickname: string;
  avatarId: string | null;
  company: Company | null;
  phoneSealed: Buffer | null;
  phoneKeyId: string | null;
  currentCommunityId: string | null;
  deletionDueAt: Date | null;
  agreedNotice: string | null;
  identities: { id: string; kind: IdentityKind; linkedAt: string }[];
  memberships: { communityId: string; communityName: string; status: MembershipStatus; roles: Role[] }[];
}

export const findMe = statement<MeRow>(
  'people_find_me',
  `select p.nickname, a.id as "avatarId", p.company, p.phone_sealed as "phoneSealed", p.phone_key_id as "phoneKeyId",
     p.current_community_id as "currentCommunityId", p.deletion_due_at as "deletionDueAt",
     (select n.notice_version from consent_answers n
      where n.person_id = p.id and n.purpose = 'privacy_notice' and n.state = 'given'
      order by n.answered_at desc, n.id desc limit 1) as "agreedNotice",
     coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.provider, 'linkedAt', i.created_at)
         order by i.created_at, i.id)
       from identities i where i.person_id = p.id and i.provider <> 'wechat_union'), '[]') as identities,
     coalesce((select jsonb_agg(jsonb_build_object('communityId', m.community_id, 'communityName', c.name,
         'status', m.status, 'roles', to_jsonb(m.roles)) order by m.joined_at, m.community_id)
       from memberships m join communities c on c.id = m.community_id
       where m.person_id = p.id), '[]') as memberships
   from people p left join avatars a on a.person_id = p.id where p.id = $1`,
);

/** Fields that are null stay; `company` is set when $4 says so. A current community must be one of the person's own. */
export const update = statement<object>(
  'people_update',
  `update people p set nickname = coalesce($2, nickname),
     company = case when $4 then $3 else company end,
     current_community_id = coalesce($5::uuid, current_community_id)
   where id = $1 and ($5::uuid is null or exists (
     select from memberships m where m.community_id = $5::uuid and m.person_id = p.id))`,
);

export interface SummaryRow {
  personId: string;
  nickname: string;
  avatarId: string | null;
  company: Company | null;
  phoneSealed: Buffer | null;
  phoneKeyId: string | null;
}

export const listSummaries = statement<SummaryRow>(
  'people_list_summaries',
  `select p.id as "personId", p.nickname, a.id as "avatarId", p.company, p.phone_sealed as "phoneSealed",
     p.phone_key_id as "phoneKeyId"
   from people p left join avatars a on a.person_id = p.id where p.id = any($1::uuid[])`,
);

export const putAvatar = statement<object>(
  'avatars_put',
  `insert into avatars (person_id, id, image, content_type, created_at) values ($1, $2, $3, $4, $5)
   on conflict (person_id) do update
     set id = excluded.id, image = excluded.image, content_type = excluded.content_type, created_at = excluded.created_at`,
);

export const findAvatar = statement<{ image: Buffer; contentType: string }>(
  'avatars_find',
  'select image, content_type as "contentType" from avatars where id = $1',
);

/** Holds the communities a person is admin of, so that of two last admins one stays. */
export const lockAdministered = statement<object>(
  'communities_lock_administered',
  `select c.id from communities c where c.id in (
     select m.community_id from memberships m where m.person_id = $1 and 'admin' = any(m.roles))
   order by c.id for update`,
);

/** Once asked the day stays. Changes no row where a community would be left without an admin. */
export const requestDeletion = statement<object>(
  'people_request_deletion',
  `update people p set deletion_due_at = coalesce(p.deletion_due_at, $2::timestamptz)
   where p.id = $1 and not exists (
     select from memberships m
     where m.person_id = $1 and 'admin' = any(m.roles) and m.status <> 'paused' and not exists (
       select from memberships other join people q on q.id = other.person_id
       where other.community_id = m.community_id and other.person_id <> $1 and 'admin' = any(other.roles)
         and other.status <> 'paused' and q.deletion_due_at is null))`,
);

export const cancelDeletion = statement<object>(
  'people_cancel_deletion',
  'update people set deletion_due_at = null where id = $1',
);

export const listDue = statement<{ id: string }>(
  'people_list_due',
  'select id from people where deletion_due_at <= $1 order by deletion_due_at limit $2',
);

/** Locks the person if they are still to go. */
export const lockDue = statement<{ id: string }>(
  'people_lock_due',
  'select id from people where id = $1 and deletion_due_at <= $2 for update',
);

export interface ExportRow {
  id: string;
  state: ExportState;
  requestedAt: Date;
  expiresAt: Date | null;
}

const exportColumns = 'id, state, requested_at as "requestedAt", expires_at as "expiresAt"';

/** Changes no row while another is under way. */
export const insertExport = statement<ExportRow>(
  'data_exports_insert',
  `insert into data_exports (person_id, id, state, requested_at) values ($1, $2, 'preparing', $3)
   on conflict do nothing returning ${exportColumns}`,
);

export const listExports = statement<ExportRow>(
  'data_exports_list',
  `select ${exportColumns} from data_exports where person_id = $1 order by requested_at desc, id desc limit 10`,
);

export const keepExport = statement<object>(
  'data_exports_keep',
  `update data_exports set state = 'ready', json_sealed = $3, html_sealed = $4, key_id = $5, expires_at = $6
   where person_id = $1 and id = $2 and state = 'preparing'`,
);

export const findExport = statement<{ jsonSealed: Buffer; htmlSealed: Buffer; keyId: string }>(
  'data_exports_find',
  `select json_sealed as "jsonSealed", html_sealed as "htmlSealed", key_id as "keyId" from data_exports
   where id = $1 and state = 'ready' and expires_at > $2`,
);

export const expireExports = statement<object>(
  'data_exports_expire',
  `update data_exports set state = 'expired', json_sealed = null, html_sealed = null, key_id = null
   where state = 'ready' and expires_at <= $1`,
);

/** The job that was to make it has given up. */
export const failExports = statement<object>(
  'data_exports_fail',
  `update data_exports set state = 'failed' where state = 'preparing' and requested_at <= $1`,
);

export const purgeExports = statement<object>(
  'data_exports_purge',
  `delete from data_exports where state in ('failed', 'expired') and requested_at <= $1`,
);

export const forgetExports = statement<object>(
  'data_exports_forget',
  'delete from data_exports where person_id = $1',
);

export const deleteMyAvatar = statement<object>(
  'avatars_delete_mine',
  'delete from avatars where person_id = $1',
);
