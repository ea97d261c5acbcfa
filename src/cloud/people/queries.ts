import type { Company, IdentityKind, MembershipStatus } from '../../contract/people';
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
