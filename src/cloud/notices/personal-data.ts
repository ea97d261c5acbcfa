import { statement } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';

const collect = statement<{ title: string; text: string; createdAt: Date; readAt: Date | null }>(
  'notices_collect',
  `select title, text, created_at as "createdAt", read_at as "readAt" from notices where person_id = $1 order by id`,
);

const tables = ['notice_deliveries', 'notices', 'notice_preferences', 'push_permissions'] as const;
const forgets = tables.map((table) =>
  statement<object>(`${table}_forget`, `delete from ${table} where person_id = $1`),
);

/** Deliveries hold on to their notices, so what is still on its way stays with whoever goes. */
const merges = [
  statement<object>(
    'notices_merge',
    `update notices n set person_id = $2 where person_id = $1 and not exists (
       select from notice_deliveries d where d.person_id = n.person_id and d.notice_id = n.id)`,
  ),
  statement<object>(
    'notice_preferences_merge',
    `update notice_preferences p set person_id = $2 where person_id = $1 and not exists (
       select from notice_preferences own where own.person_id = $2)`,
  ),
  statement<object>(
    'push_permissions_merge',
    `insert into push_permissions as known (person_id, template, permissions_left)
     select $2, template, permissions_left from push_permissions where person_id = $1
     on conflict (person_id, template) do update
       set permissions_left = known.permissions_left + excluded.permissions_left`,
  ),
];

export const noticesPersonalData: PersonalData = {
  title: '消息',
  async collect(from, personId) {
    const rows = await from.rows(collect, [personId]);
    return rows.map(({ title, text, createdAt, readAt }) => ({
      标题: title,
      内容: text,
      时间: createdAt.toISOString(),
      已读: readAt !== null,
    }));
  },
  async forget(tx, personId) {
    for (const statement of forgets) await tx.run(statement, [personId]);
  },
  async merge(tx, from, into) {
    for (const statement of merges) await tx.run(statement, [from, into]);
  },
};
