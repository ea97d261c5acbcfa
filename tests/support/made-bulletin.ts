import type { BulletinAudience, BulletinReach, BulletinState } from '../../src/contract/bulletins';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { TestCloud } from './cloud';

const insertBulletin = statement<object>(
  'test_bulletin',
  `insert into bulletins (community_id, id, state, category, title, blocks, plain_text, search_title, search_text, audience,
     reach, publish_at, published_at, withdrawn_at, withdraw_reason, created_at, changed_at)
   values ($1, $2, $3, 'policy', $4, $5::jsonb, $6, $4, $4 || e'\\n' || $6, $7, $8,
     case when $3 = 'scheduled' then $9::timestamptz + interval '1 day' end,
     case when $3 in ('published', 'withdrawn') then $9::timestamptz end,
     case when $3 = 'withdrawn' then $9::timestamptz end, case when $3 = 'withdrawn' then '写错了' end, $9, $9)`,
);

interface Wanted {
  communityId: string;
  state?: BulletinState;
  title?: string;
  text?: string;
  audience?: BulletinAudience;
  reach?: BulletinReach;
}

/** A bulletin that is there already; its text is small letters of one width. @returns its id. */
export async function makeBulletin({ database, clock }: TestCloud, wanted: Wanted): Promise<string> {
  const { communityId, state = 'published', title = '高温津贴怎么领', text = '六月到九月按月发' } = wanted;
  const id = newId();
  const blocks = JSON.stringify([{ type: 'paragraph', runs: [{ text }] }]);
  const { audience = 'everyone', reach = 'community' } = wanted;
  const values = [communityId, id, state, title, blocks, text, audience, reach, clock.now()];
  await database.run(insertBulletin, values);
  return id;
}
