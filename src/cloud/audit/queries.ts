import type { AuditAction } from '../../contract/audit';
import { statement } from '../platform/database';

/** The pseudonym of a person in a community's log; made when new. */
export const refOf = statement<{ ref: string }>(
  'audit_people_ref',
  `insert into audit_people (community_id, person_id, ref) values ($1, $2, $3)
   on conflict (community_id, person_id) do update set ref = audit_people.ref returning ref`,
);

/** Locks the end of the chain until the transaction ends; a chain begins with zeros. */
export const lockHead = statement<{ number: number; hash: Buffer }>(
  'audit_heads_lock',
  `insert into audit_heads as head (community_id, number, hash)
   values ($1, 0, '\\x0000000000000000000000000000000000000000000000000000000000000000')
   on conflict (community_id) do update set number = head.number returning number, hash`,
);

export const moveHead = statement<object>(
  'audit_heads_move',
  'update audit_heads set number = $2, hash = $3 where community_id = $1',
);

export const insertEntry = statement<object>(
  'audit_entries_insert',
  `insert into audit_entries (community_id, number, at, action, actor_ref, subject_ref, details, hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export interface EntryRow {
  number: number;
  at: Date;
  action: AuditAction;
  actorRef: string;
  actorNickname: string | null;
  subjectRef: string | null;
  subjectNickname: string | null;
  details: string;
  hash: Buffer;
}

const entryColumns = `e.number, e.at, e.action, e.actor_ref as "actorRef", e.subject_ref as "subjectRef", e.details, e.hash,
  (select p.nickname from audit_people a join people p on p.id = a.person_id
   where a.community_id = e.community_id and a.ref = e.actor_ref) as "actorNickname",
  (select p.nickname from audit_people a join people p on p.id = a.person_id
   where a.community_id = e.community_id and a.ref = e.subject_ref) as "subjectNickname"`;

export const listEntries = statement<EntryRow>(
  'audit_entries_list',
  `select ${entryColumns} from audit_entries e
   where e.community_id = $1 and e.number < $2 order by e.number desc limit $3`,
);

/** From the first entry at or after a time, on. */
export const listFrom = statement<EntryRow>(
  'audit_entries_list_from',
  `select ${entryColumns} from audit_entries e
   where e.community_id = $1 and e.at >= $2 and e.at < $3 order by e.number limit $4`,
);

export const findHash = statement<{ hash: Buffer }>(
  'audit_entries_find_hash',
  'select hash from audit_entries where community_id = $1 and number = $2',
);

export const purge = statement<object>(
  'audit_entries_purge',
  'delete from audit_entries e using communities c where e.community_id = c.id and e.at < $1',
);

export const collect = statement<{ communityId: string; at: Date; action: AuditAction; isActor: boolean }>(
  'audit_entries_collect',
  `select e.community_id as "communityId", e.at, e.action, e.actor_ref = a.ref as "isActor"
   from audit_people a join audit_entries e
     on e.community_id = a.community_id and (e.actor_ref = a.ref or e.subject_ref = a.ref)
   where a.person_id = $1 order by e.at`,
);

export const forget = statement<object>(
  'audit_people_forget',
  'delete from audit_people where person_id = $1',
);

/** Where the one who stays has a pseudonym of their own, the other's becomes nobody's. */
export const merge = statement<object>(
  'audit_people_merge',
  `update audit_people a set person_id = $2 where person_id = $1 and not exists (
     select from audit_people own where own.community_id = a.community_id and own.person_id = $2)`,
);
