import { statement, type Queries } from '../platform/database';

const listTopics = statement<{ id: string; name: string; isActive: boolean }>(
  'consultations_list_topics',
  `select id, name, is_active as "isActive" from request_categories where community_id = $1 order by ordinal, id`,
);
const findOwnRequest = statement<object>(
  'consultations_find_request',
  'select 1 from requests where community_id = $1 and id = $2 and requester_id = $3',
);

/** What officers can be consulted about: the categories of requests. */
export const topicsOf = (from: Queries, communityId: string) => from.rows(listTopics, [communityId]);

export async function isOwnRequest(
  from: Queries,
  { communityId, requestId, personId }: { communityId: string; requestId: string; personId: string },
): Promise<boolean> {
  return (await from.row(findOwnRequest, [communityId, requestId, personId])) !== undefined;
}
