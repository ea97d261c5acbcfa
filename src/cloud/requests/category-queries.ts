import type { RequestIcon } from '../../contract/requests';
import { statement } from '../platform/database';

interface CategoryRecord {
  id: string;
  name: string;
  hint: string | null;
  icon: RequestIcon;
  department: { id: string; name: string };
  isConfidential: boolean;
  answerDays: number;
  isActive: boolean;
  /** It can be asked under: it is active, and somebody may read what is asked. */
  isOpen: boolean;
  version: number;
}

/** Who may read at a desk at all. */
const works = `m.status <> 'paused' and m.roles && array['staff', 'organiser', 'admin', 'department_officer']`;

const columns = `c.id, c.name, c.hint, c.icon, jsonb_build_object('id', d.id, 'name', d.name) as department,
  c.is_confidential as "isConfidential", c.answer_days as "answerDays", c.is_active as "isActive",
  c.is_active and (not c.is_confidential or exists (
    select from request_readers a join memberships m on m.community_id = a.community_id and m.person_id = a.person_id
    where a.community_id = c.community_id and a.category_id = c.id and ${works})) as "isOpen", c.version
  from request_categories c join departments d on d.community_id = c.community_id and d.id = c.department_id`;

/** In their order. */
export const list = statement<CategoryRecord>(
  'request_categories_list',
  `select ${columns} where c.community_id = $1 order by c.ordinal, c.id`,
);

export const find = statement<CategoryRecord>(
  'request_categories_find',
  `select ${columns} where c.community_id = $1 and c.id = $2`,
);

/** Whoever sets them waits for who does already, also where there are none yet. */
export const hold = statement<object>(
  'request_categories_hold',
  'select 1 from communities where id = $1 for no key update',
);

export const lock = statement<{ id: string; version: number }>(
  'request_categories_lock',
  'select id, version from request_categories where community_id = $1 order by id for update',
);

export const insert = statement<object>(
  'request_categories_insert',
  `insert into request_categories (community_id, id, name, hint, icon, department_id, is_confidential, answer_days,
     is_active, ordinal)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Its version rises only where something is another. */
export const update = statement<object>(
  'request_categories_update',
  `update request_categories set name = $3, hint = $4, icon = $5, department_id = $6, is_confidential = $7,
     answer_days = $8, is_active = $9, ordinal = $10, version = version + 1
   where community_id = $1 and id = $2
     and (name, hint, icon, department_id, is_confidential, answer_days, is_active, ordinal)
       is distinct from ($3, $4, $5, $6::uuid, $7::boolean, $8::int, $9::boolean, $10::int)`,
);

/** So that a change of its readers is judged by what was seen; also where what is asked now is not confidential any more. */
export const touch = statement<{ hasReaders: boolean }>(
  'request_categories_touch',
  `update request_categories c set version = version + 1 where community_id = $1 and id = $2 and version = $3
   returning c.is_confidential or exists (select from requests r
     where r.community_id = c.community_id and r.category_id = c.id and r.is_confidential) as "hasReaders"`,
);

interface Reader {
  personId: string;
  nickname: string;
  departments: string[];
}
const departmentsOf = `array(select d.name from department_officers o
    join departments d on d.community_id = o.community_id and d.id = o.department_id
    where o.community_id = m.community_id and o.person_id = m.person_id order by d.name) as departments`;

export const listReaders = statement<Reader>(
  'request_readers_list',
  `select a.person_id as "personId", p.nickname, ${departmentsOf} from request_readers a
   join people p on p.id = a.person_id
   join memberships m on m.community_id = a.community_id and m.person_id = a.person_id
   where a.community_id = $1 and a.category_id = $2 order by a.added_at, a.person_id`,
);

/** Who works here, without $2. */
export const listCandidates = statement<Reader>(
  'request_readers_list_candidates',
  `select m.person_id as "personId", p.nickname, ${departmentsOf} from memberships m join people p on p.id = m.person_id
   where m.community_id = $1 and m.person_id <> $2 and ${works} order by p.nickname, m.person_id`,
);

export const addReaders = statement<{ personId: string }>(
  'request_readers_add',
  `insert into request_readers (community_id, category_id, person_id, added_at)
   select $1, $2, unnest($3::uuid[]), $4 on conflict (community_id, category_id, person_id) do nothing
   returning person_id as "personId"`,
);

/** All but $3. */
export const removeReaders = statement<{ personId: string }>(
  'request_readers_remove',
  `delete from request_readers where community_id = $1 and category_id = $2 and person_id <> all($3::uuid[])
   returning person_id as "personId"`,
);
