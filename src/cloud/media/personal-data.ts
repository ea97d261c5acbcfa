import { mediaLimits, type MediaPurpose } from '../../contract/media';
import { peopleLimits } from '../../contract/people';
import type { Clock } from '../platform/clock';
import { statement, type Queries } from '../platform/database';
import type { PersonalData } from '../platform/personal-data';
import type { Secrets } from '../platform/secrets';
import { createLinks } from './links';
import { sweepGone } from './queries';
import { purposeNames } from './texts';

interface CollectedRow {
  id: string;
  community: string;
  purpose: MediaPurpose;
  createdAt: Date;
  hasOriginal: boolean;
}
const collect = statement<CollectedRow>(
  'media_collect',
  `select p.id, c.name as community, p.purpose, p.created_at as "createdAt", p.original is not null as "hasOriginal"
   from memberships m
   join communities c on c.id = m.community_id
   join media p on p.community_id = m.community_id and p.person_id = m.person_id
   where m.person_id = $1 order by p.created_at, p.id`,
);
const listCommunities = statement<{ communityId: string }>(
  'media_list_communities',
  'select community_id as "communityId" from memberships where person_id = $1',
);

const forgetIn = [
  statement<object>('uploads_forget', 'delete from uploads where community_id = $1 and person_id = $2'),
  // Their own affairs, and whatever belongs to nothing.
  statement<object>(
    'media_forget',
    `with gone as (
       delete from media where community_id = $1 and person_id = $2
         and (purpose in ('report', 'request') or subject_id is null)
       returning community_id, thumb, photo, original
     ) ${sweepGone}`,
  ),
  // What they took at work.
  statement<object>(
    'media_disown',
    'update media set person_id = null, upload_key = null where community_id = $1 and person_id = $2',
  ),
];

/** In one community: their photos go, those they took at work are nobody's. */
export async function forgetMedia(tx: Queries, communityId: string, personId: string): Promise<void> {
  for (const statement of forgetIn) await tx.run(statement, [communityId, personId]);
}

const merges = [
  // The phone begins those anew.
  statement<object>(
    'uploads_merge',
    `delete from uploads u using memberships m
     where m.person_id = $1 and u.community_id = m.community_id and u.person_id = m.person_id and m.person_id <> $2`,
  ),
  statement<object>(
    'media_merge',
    `update media p set person_id = $2, upload_key = case when exists (
         select from media own where own.community_id = p.community_id and own.person_id = $2
           and own.upload_key = p.upload_key) then null else p.upload_key end
     from memberships m where m.person_id = $1 and p.community_id = m.community_id and p.person_id = m.person_id`,
  ),
];

interface MediaDataParts {
  secrets: Secrets;
  clock: Clock;
  settings: { publicUrl: string };
}

export function mediaPersonalData(parts: MediaDataParts): PersonalData {
  const links = createLinks(parts);
  const seconds = peopleLimits.exportHours * 3_600;
  return {
    title: '照片',
    async collect(from, personId) {
      const rows = await from.rows(collect, [personId]);
      const urlOf = async (variant: 'photo' | 'original', id: string) =>
        parts.settings.publicUrl + (await links.for(variant, id, seconds)).url;
      return Promise.all(
        rows.map(async ({ id, community, purpose, createdAt, hasOriginal }) => ({
          社区: community,
          用途: purposeNames[purpose],
          时间: createdAt.toISOString(),
          [`照片（${peopleLimits.exportHours} 小时内可下载）`]: await urlOf('photo', id),
          [`原图（最多保留 ${mediaLimits.originalDays} 天）`]: hasOriginal
            ? await urlOf('original', id)
            : null,
        })),
      );
    },
    async forget(tx, personId) {
      for (const { communityId } of await tx.rows(listCommunities, [personId]))
        await forgetMedia(tx, communityId, personId);
    },
    async merge(tx, from, into) {
      for (const statement of merges) await tx.run(statement, [from, into]);
    },
  };
}
