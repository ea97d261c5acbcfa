import { columnsOf, kept } from '../bulletins/service';
import type { Clock } from '../platform/clock';
import { statement, type Database } from '../platform/database';
import { newId } from '../platform/ids';
import { dayMs, localDate } from '../platform/local-time';
import { demoBulletins } from './bulletins';
import { readDemo } from './data';

const hourMs = 3_600_000;

const findAny = statement<object>(
  'demo_find_bulletin',
  'select 1 from bulletins where community_id = $1 limit 1',
);

const insert = statement<object>(
  'demo_insert_bulletin',
  `with bulletin as (
     insert into bulletins (community_id, id, state, category, title, blocks, plain_text, search_title, search_text,
       department_id, source_name, source_url, audience, reach, published_at, pinned_until, created_at, changed_at)
     values ($1, $2, 'published', $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $14::timestamptz, $15, $14, $14)
     returning community_id, id
   )
   insert into bulletin_days (community_id, bulletin_id, day, opens, readers)
   select community_id, id, $16, $17, $18 from bulletin`,
);

/** Some bulletins in the demonstration community, once. Nothing happens where somebody has written there already. */
export async function loadDemoBulletins({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const { id: communityId, timeZone } = readDemo().community;
  if (await database.row(findAny, [communityId])) return;
  const now = clock.now().getTime();
  await database.transaction(async (tx) => {
    for (const { hoursAgo, pinnedDays, opens, readers, ...written } of demoBulletins) {
      const at = new Date(now - hoursAgo * hourMs);
      const pinnedUntil = pinnedDays === null ? null : new Date(now + pinnedDays * dayMs);
      const content = kept({ communityId, departmentId: null, reach: 'community', ...written });
      const figures = [localDate(timeZone, at), opens, readers];
      await tx.run(insert, [communityId, newId(), ...columnsOf(content), at, pinnedUntil, ...figures]);
    }
  });
}
