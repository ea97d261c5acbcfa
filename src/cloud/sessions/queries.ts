import type { Role } from '../../contract/roles';
import { statement } from '../platform/database';

export const findIdentity = statement<{ personId: string }>(
  'identities_find',
  'select person_id as "personId" from identities where provider = $1 and subject = $2',
);

export const insertPerson = statement<object>(
  'people_insert',
  'insert into people (id, nickname, created_at) values ($1, $2, $3)',
);

export const deletePerson = statement<object>('people_delete', 'delete from people where id = $1');

/** Returns whoever holds the identity: the given person, or the one who was first. */
export const insertIdentity = statement<{ personId: string }>(
  'identities_insert',
  `insert into identities (provider, subject, person_id, created_at, id) values ($1, $2, $3, $4, $5)
   on conflict (provider, subject) do update set subject = excluded.subject
   returning person_id as "personId"`,
);

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
}

export const findSession = statement<SessionRow>(
  'sessions_find',
  `select s.id as "sessionId", s.person_id as "personId", s.used_at as "usedAt", s.expires_at as "expiresAt",
     coalesce((select jsonb_object_agg(m.community_id,
                 case when m.status = 'paused' then '[]' else to_jsonb(m.roles) end) from memberships m
               where m.person_id = s.person_id), '{}') as roles
   from sessions s where s.token_hash = $1 and s.expires_at > $2`,
);

export const extendSession = statement<object>(
  'sessions_extend',
  'update sessions set used_at = $2, expires_at = $3 where token_hash = $1 and used_at < $2',
);

export const deleteSession = statement<object>('sessions_delete', 'delete from sessions where id = $1');

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
