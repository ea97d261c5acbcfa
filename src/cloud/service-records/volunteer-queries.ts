import type { ExportColumn, HonourKind } from '../../contract/service-records';
import { statement } from '../platform/database';

export interface VolunteerRow {
  number: number;
  sealedName: Buffer | null;
  nameKeyId: string | null;
  skills: string[];
  version: number;
}

const columns = 'number, sealed_name as "sealedName", name_key_id as "nameKeyId", skills, version';

export const find = statement<VolunteerRow>(
  'volunteers_find',
  `select ${columns} from volunteers where community_id = $1 and person_id = $2`,
);

/** Makes the community's counter and holds it; changes no row for who is no member. */
export const lockCounter = statement<object>(
  'volunteer_counters_lock',
  `insert into volunteer_counters as known (community_id)
   select community_id from memberships where community_id = $1 and person_id = $2 for key share
   on conflict (community_id) do update set last_number = known.last_number`,
);

/** The counter is held: of two at once the later finds the number of the first. */
export const register = statement<object>(
  'volunteers_register',
  `with next as (
     update volunteer_counters set last_number = last_number + 1
     where community_id = $1
       and not exists (select from volunteers where community_id = $1 and person_id = $2)
     returning last_number
   )
   insert into volunteers (community_id, person_id, number, registered_at)
   select $1, $2, last_number, $3 from next`,
);

export const setSkills = statement<VolunteerRow>(
  'volunteers_set_skills',
  `update volunteers set skills = $3, version = version + 1 where community_id = $1 and person_id = $2
   returning ${columns}`,
);

export const setName = statement<VolunteerRow>(
  'volunteers_set_name',
  `update volunteers set sealed_name = $3, name_key_id = $4, version = version + 1
   where community_id = $1 and person_id = $2 returning ${columns}`,
);

/** In every community. */
export const removeNames = statement<object>(
  'volunteers_remove_names',
  `update volunteers v set sealed_name = null, name_key_id = null, version = v.version + 1 from memberships m
   where m.person_id = $1 and v.community_id = m.community_id and v.person_id = m.person_id
     and v.sealed_name is not null`,
);

export const listToReseal = statement<{
  communityId: string;
  number: number;
  sealed: Buffer;
  keyId: string;
}>(
  'volunteers_list_to_reseal',
  `select community_id as "communityId", number, sealed_name as sealed, name_key_id as "keyId" from volunteers
   where name_key_id <> $1 limit $2`,
);
/** Unless it was changed meanwhile. */
export const reseal = statement<object>(
  'volunteers_reseal',
  `update volunteers set sealed_name = $3, name_key_id = $4
   where community_id = $1 and number = $2 and sealed_name = $5`,
);

export interface HonourRow {
  id: string;
  kind: HonourKind;
  title: string;
  givenBy: string;
  givenOn: string;
  minutes: number | null;
}

const honourColumns = 'id, kind, title, given_by as "givenBy", given_on as "givenOn", minutes';

export const listHonours = statement<HonourRow>(
  'volunteer_honours_list',
  `select ${honourColumns} from volunteer_honours
   where community_id = $1 and person_id = $2 order by given_on desc, id desc`,
);

export const insertHonour = statement<HonourRow>(
  'volunteer_honours_insert',
  `insert into volunteer_honours
     (community_id, id, person_id, kind, title, given_by, given_on, minutes, entered_by, entered_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${honourColumns}`,
);

export const removeHonour = statement<object>(
  'volunteer_honours_remove',
  'delete from volunteer_honours where community_id = $1 and person_id = $2 and id = $3',
);

export interface SettingsRow {
  issuer: string;
  head: string;
  contact: string;
  columns: ExportColumn[];
  version: number;
}

export const findSettings = statement<SettingsRow>(
  'service_settings_find',
  'select issuer, head, contact, columns, version from service_settings where community_id = $1',
);

/** Only from version $6, 0 where nobody has set any. */
export const setSettings = statement<object>(
  'service_settings_set',
  `insert into service_settings as known (community_id, issuer, head, contact, columns, version)
   select $1, $2, $3, $4, $5::jsonb, 1
   where $6::int = 0 or exists (select from service_settings where community_id = $1 and version = $6)
   on conflict (community_id) do update set issuer = excluded.issuer, head = excluded.head,
     contact = excluded.contact, columns = excluded.columns, version = known.version + 1
     where known.version = $6`,
);

export const isMember = statement<object>(
  'volunteers_is_member',
  'select 1 from memberships where community_id = $1 and person_id = $2',
);

export const lockMember = statement<object>(
  'volunteers_lock_member',
  'select 1 from memberships where community_id = $1 and person_id = $2 for key share',
);
