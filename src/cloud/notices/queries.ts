import type { DeliveryState, NoticeKind } from '../../contract/notices';
import { statement } from '../platform/database';

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  title: string;
  text: string;
  link: string | null;
  communityName: string | null;
  createdAt: Date;
  readAt: Date | null;
}

export const insertNotice = statement<object>(
  'notices_insert',
  `insert into notices (person_id, id, community_id, kind, title, text, link, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const listMine = statement<NoticeRow>(
  'notices_list_mine',
  `select n.id, n.kind, n.title, n.text, n.link, c.name as "communityName", n.created_at as "createdAt",
     n.read_at as "readAt"
   from notices n left join communities c on c.id = n.community_id
   where n.person_id = $1 and n.id < $2 order by n.id desc limit $3`,
);

export const countUnread = statement<{ unread: number }>(
  'notices_count_unread',
  'select count(*) as unread from notices where person_id = $1 and read_at is null',
);

/** Those named, or all. */
export const markRead = statement<object>(
  'notices_mark_read',
  `update notices set read_at = greatest($3::timestamptz, created_at)
   where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any($2))`,
);

export interface PreferencesRow {
  notPushed: string[];
  quietFrom: string | null;
  quietTo: string | null;
  permissions: Record<string, number>;
}

export const findPreferences = statement<PreferencesRow>(
  'notice_preferences_find',
  `select coalesce(n.not_pushed, '{}') as "notPushed", to_char(n.quiet_from, 'HH24:MI') as "quietFrom",
     to_char(n.quiet_to, 'HH24:MI') as "quietTo",
     coalesce((select jsonb_object_agg(template, permissions_left) from push_permissions where person_id = p.id), '{}')
       as permissions
   from people p left join notice_preferences n on n.person_id = p.id where p.id = $1`,
);

/** Kinds in $2 are pushed from now on, those in $3 not; quiet hours change when $4 says so. */
export const setPreferences = statement<object>(
  'notice_preferences_set',
  `insert into notice_preferences as known (person_id, not_pushed, quiet_from, quiet_to)
   values ($1, $3::text[], $5::time, $6::time)
   on conflict (person_id) do update set
     not_pushed = array(
       select kind from unnest(known.not_pushed || $3::text[]) as kind where kind <> all($2::text[]) group by kind),
     quiet_from = case when $4::boolean then $5::time else known.quiet_from end,
     quiet_to = case when $4::boolean then $6::time else known.quiet_to end`,
);

export const addPermission = statement<object>(
  'push_permissions_add',
  `insert into push_permissions as known (person_id, template, permissions_left) values ($1, $2, 1)
   on conflict (person_id, template) do update set permissions_left = known.permissions_left + 1`,
);

export const takePermission = statement<object>(
  'push_permissions_take',
  `update push_permissions set permissions_left = permissions_left - 1
   where person_id = $1 and template = $2 and permissions_left > 0`,
);

export const clearPermissions = statement<object>(
  'push_permissions_clear',
  'update push_permissions set permissions_left = 0 where person_id = $1 and template = $2',
);

/** Only where the person pushes the kind, and WeChat knows them. */
export const insertDelivery = statement<object>(
  'notice_deliveries_insert',
  `insert into notice_deliveries
     (id, person_id, notice_id, community_id, kind, field_values, state, created_at, due_at)
   select $1, $2, $3, $4, $5, $6::jsonb, 'waiting', $7, $8
   where exists (select from identities where person_id = $2 and provider = 'wechat')
     and not exists (select from notice_preferences where person_id = $2 and $5 = any(not_pushed))`,
);

export interface TakenRow {
  id: string;
  personId: string;
  kind: NoticeKind;
  attempts: number;
  fieldValues: Record<string, string>;
  link: string | null;
  openid: string | null;
}

/** One that is due, for whoever is first; nobody waits for another. */
export const takeDue = statement<TakenRow>(
  'notice_deliveries_take_due',
  `update notice_deliveries d set state = 'sending', taken_at = $1, attempts = attempts + 1
   from notices n
   where n.person_id = d.person_id and n.id = d.notice_id and d.id = (
     select id from notice_deliveries where state = 'waiting' and due_at <= $1
     order by due_at, id limit 1 for update skip locked)
   returning d.id, d.person_id as "personId", d.kind, d.attempts, d.field_values as "fieldValues", n.link,
     (select subject from identities where person_id = d.person_id and provider = 'wechat') as openid`,
);

/** Only what is still being sent: a late answer changes nothing that was decided meanwhile. */
export const finish = statement<object>(
  'notice_deliveries_finish',
  `update notice_deliveries set state = $2, error_code = $3, due_at = coalesce($4, due_at), taken_at = null
   where id = $1 and state = 'sending'`,
);

/** Whoever was sending is gone: it may have arrived. */
export const giveUpOnLost = statement<object>(
  'notice_deliveries_lost',
  `update notice_deliveries set state = 'unknown', taken_at = null where state = 'sending' and taken_at <= $1`,
);

export interface DeliveryRow {
  id: string;
  kind: NoticeKind;
  state: DeliveryState;
  attempts: number;
  errorCode: number | null;
  createdAt: Date;
  dueAt: Date;
}

const deliveryColumns = `id, kind, state, attempts, error_code as "errorCode", created_at as "createdAt", due_at as "dueAt"`;

export const listDeliveries = statement<DeliveryRow>(
  'notice_deliveries_list',
  `select ${deliveryColumns} from notice_deliveries
   where community_id = $1 and ($2::text is null or state = $2) and id < $3 order by id desc limit $4`,
);

export const countDeliveries = statement<{ state: DeliveryState; count: number }>(
  'notice_deliveries_count',
  `select state, count(*) as count from notice_deliveries where community_id = $1 and created_at > $2 group by state`,
);

/** From a state that does not go on by itself. */
export const retry = statement<DeliveryRow>(
  'notice_deliveries_retry',
  `update notice_deliveries set state = 'waiting', due_at = $3, attempts = 0, error_code = null
   where community_id = $1 and id = $2 and state in ('no_permission', 'refused', 'unknown', 'given_up')
   returning ${deliveryColumns}`,
);

export const findDelivery = statement<{ id: string }>(
  'notice_deliveries_find',
  'select id from notice_deliveries where community_id = $1 and id = $2',
);

export const findPersonOf = statement<{ personId: string }>(
  'identities_find_person_of_openid',
  `select person_id as "personId" from identities where provider = 'wechat' and subject = $1`,
);

/** Deliveries first: they hold on to their notices. */
export const purgeDeliveries = statement<object>(
  'notice_deliveries_purge',
  `delete from notice_deliveries d using notices n
   where n.person_id = d.person_id and n.id = d.notice_id and n.created_at < $1
     and d.state not in ('waiting', 'sending')`,
);
export const purgeNotices = statement<object>(
  'notices_purge',
  `delete from notices n where n.created_at < $1 and n.read_at is not null and not exists (
     select from notice_deliveries d where d.person_id = n.person_id and d.notice_id = n.id)`,
);
