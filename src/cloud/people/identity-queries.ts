import { statement } from '../platform/database';

export type Provider = 'wechat' | 'wechat_web' | 'wechat_union' | 'phone' | 'demo';

/** By the identity itself, else by WeChat's unionid. */
export const findHolder = statement<{ personId: string; isDirect: boolean }>(
  'identities_find_holder',
  `select person_id as "personId", provider = $1 as "isDirect" from identities
   where (provider = $1 and subject = $2) or (provider = 'wechat_union' and subject = $3)
   order by provider = $1 desc limit 1`,
);

export const insertPerson = statement<object>(
  'people_insert',
  'insert into people (id, nickname, created_at) values ($1, $2, $3)',
);

export const deletePerson = statement<object>('people_delete', 'delete from people where id = $1');

/** Changes no row when somebody holds the identity, or the person has another of the kind. */
export const insertIdentity = statement<object>(
  'identities_insert',
  `insert into identities (provider, subject, person_id, created_at, id) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);

export const findSubject = statement<{ subject: string }>(
  'identities_find_subject',
  'select subject from identities where person_id = $1 and provider = $2',
);

/** Not the last one by which the person can sign in; `isPhone` tells whether a number goes with it. */
export const deleteIdentity = statement<{ isPhone: boolean }>(
  'identities_delete',
  `delete from identities i where i.person_id = $1 and i.id = $2 and exists (
     select from identities other
     where other.person_id = $1 and other.id <> $2 and other.provider <> 'wechat_union')
   returning i.provider = 'phone' as "isPhone"`,
);

export const findIdentity = statement<{ id: string }>(
  'identities_find',
  'select id from identities where person_id = $1 and id = $2',
);

/** Holds them until the transaction ends, the older first. */
export const lockPeople = statement<{ id: string; nickname: string; isDemo: boolean }>(
  'people_lock',
  `select id, nickname, is_demo as "isDemo" from people where id = any($1::uuid[])
   order by created_at, id for update`,
);

/** Those of a kind the other has too stay where they are. */
export const moveIdentities = statement<object>(
  'identities_move',
  `update identities i set person_id = $2 where i.person_id = $1 and not exists (
     select from identities own where own.person_id = $2 and own.provider = i.provider)`,
);

export const findLeft = statement<{ provider: Provider }>(
  'identities_find_left',
  `select provider from identities where person_id = $1 and provider <> 'wechat_union'`,
);

/** What only the other had. A pending deletion is over: somebody is here. */
export const takeOver = statement<object>(
  'people_take_over',
  `update people p set
     nickname = case when p.nickname = $3 then other.nickname else p.nickname end,
     company = coalesce(p.company, other.company),
     current_community_id = coalesce(p.current_community_id, other.current_community_id),
     deletion_due_at = null
   from people other where p.id = $2 and other.id = $1`,
);

export const moveAvatar = statement<object>(
  'avatars_move',
  `update avatars a set person_id = $2 where a.person_id = $1 and not exists (
     select from avatars own where own.person_id = $2)`,
);

export const deleteAvatar = statement<object>('avatars_delete', 'delete from avatars where person_id = $1');

export const setPhone = statement<object>(
  'people_set_phone',
  'update people set phone_sealed = $2, phone_key_id = $3 where id = $1',
);

export const findPhone = statement<{ phoneSealed: Buffer | null; phoneKeyId: string | null }>(
  'people_find_phone',
  'select phone_sealed as "phoneSealed", phone_key_id as "phoneKeyId" from people where id = $1',
);

export const listPhonesToReseal = statement<{ id: string; phoneSealed: Buffer; phoneKeyId: string }>(
  'people_list_phones_to_reseal',
  `select id, phone_sealed as "phoneSealed", phone_key_id as "phoneKeyId" from people
   where phone_key_id <> $1 order by id limit $2`,
);

/** Unless it was changed meanwhile. */
export const resealPhone = statement<object>(
  'people_reseal_phone',
  'update people set phone_sealed = $2, phone_key_id = $3 where id = $1 and phone_sealed = $4',
);

export const forgetIdentities = statement<object>(
  'identities_forget',
  'delete from identities where person_id = $1',
);
