import type { Queries } from '../platform/database';
import { statement } from '../platform/database';
import { removeMediaOf } from '../media/service';

const forgetWords = statement<object>(
  'requests_forget_words',
  `update requests set requester_id = null, client_key = null, request_hash = null, words = null
   where community_id = $1 and id = any($2::uuid[])`,
);
const forgetSaid = statement<object>(
  'request_entries_forget_said',
  `update request_entries set words = null, person_id = null where community_id = $1 and request_id = any($2::uuid[])`,
);
const forgetPhotos = statement<object>(
  'request_photos_forget',
  'delete from request_photos where community_id = $1 and request_id = any($2::uuid[])',
);

/** Who asked, and all that was said on either side, which may tell who it was; category, times and stars stay. */
export async function forgetWhatWasSaid(
  tx: Queries,
  communityId: string,
  requestIds: readonly string[],
): Promise<void> {
  if (requestIds.length === 0) return;
  await removeMediaOf(tx, communityId, 'request', requestIds);
  for (const one of [forgetPhotos, forgetSaid, forgetWords]) await tx.run(one, [communityId, requestIds]);
}
