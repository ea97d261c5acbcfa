import type { IdentityKind } from '../../contract/people';
import type { Role } from '../../contract/roles';
import { statement } from '../platform/database';

export const insertSession = statement<object>(
  'sessions_insert',
  `insert into sessions (token_hash, id, person_id, created_at, used_at, expires_at, way, device)
   values ($1, $2, $3, $4, $4, $5, $6, $7)`,
);

export interface SessionRow {
  sessionId: string;
  personId: string;
  usedAt: Date;
  expiresAt: Date;
  roles: Record<string, Role[]>;
  shops: string[];
}

/** A paused membership is one, without roles. */
export const findSession = statement<SessionRow>(
  'sessions_find',
  `select s.id as "sessionId", s.person_id as "personId", s.used_at as "usedAt", s.expires_at as "expiresAt",
     coalesce((select jsonb_object_agg(m.community_id,
                 case when m.status = 'paused' then '[]' else to_jsonb(m.roles) end) from memberships m
               where m.person_id = s.person_id), '{}') as roles,
     array(select c.merchant_id from memberships m
           join merchant_clerks c on c.community_id = m.community_id and c.person_id = m.person_id
           where m.person_id = s.person_id and m.status <> 'paused') as shops
   from sessions s where s.token_hash = $1 and s.expires_at > $2`,
);

export const extendSession = statement<object>(
  'sessions_extend',
  'update sessions set used_at = $2, expires_at = $3 where token_hash = $1 and used_at < $2',
);

export interface MySessionRow {
  id: string;
  way: IdentityKind;
  device: string;
  createdAt: Date;
  usedAt: Date;
}

export const listMine = statement<MySessionRow>(
  'sessions_list_mine',
  `select id, way, device, created_at as "createdAt", used_at as "usedAt" from sessions
   where person_id = $1 and expires_at > $2 order by used_at desc, created_at desc, id`,
);

export const deleteSession = statement<object>(
  'sessions_delete',
  'delete from sessions where id = $1 and person_id = $2',
);

export const deleteAll = statement<object>(
  'sessions_delete_all',
  'delete from sessions where person_id = $1',
);

export const purgeSessions = statement<object>(
  'sessions_purge',
  'delete from sessions where expires_at <= $1',
);

export const listDemoAccounts = statement<{ account: string; nickname: string; role: Role }>(
  'people_list_demo',
  `select i.subject as account, p.nickname, m.roles[1] as role
   from identities i
   join people p on p.id = i.person_id
   join memberships m on m.person_id = p.id
   where i.provider = 'demo' and p.is_demo
   order by p.created_at, i.subject`,
);

/** A new code takes the place of the one before. */
export const putCode = statement<object>(
  'phone_codes_put',
  `insert into phone_codes (phone_index, code_hash, sent_at, expires_at, tries) values ($1, $2, $3, $4, 0)
   on conflict (phone_index) do update
     set code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0`,
);

/** Counts a try; none is left after five. */
export const tryCode = statement<{ codeHash: Buffer }>(
  'phone_codes_try',
  `update phone_codes set tries = tries + 1 where phone_index = $1 and expires_at > $2 and tries < 5
   returning code_hash as "codeHash"`,
);

/** A code is good once: of many at the same time one changes a row. */
export const takeCode = statement<object>(
  'phone_codes_take',
  'delete from phone_codes where phone_index = $1 and code_hash = $2',
);

export const purgeCodes = statement<object>(
  'phone_codes_purge',
  'delete from phone_codes where expires_at <= $1',
);

export const putTicket = statement<object>(
  'sign_in_tickets_put',
  'insert into sign_in_tickets (ticket_hash, openid, unionid, expires_at) values ($1, $2, $3, $4)',
);

export const takeTicket = statement<{ openid: string; unionid: string | null }>(
  'sign_in_tickets_take',
  'delete from sign_in_tickets where ticket_hash = $1 and expires_at > $2 returning openid, unionid',
);

export const purgeTickets = statement<object>(
  'sign_in_tickets_purge',
  'delete from sign_in_tickets where expires_at <= $1',
);
