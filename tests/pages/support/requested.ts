import {
  acceptRequest,
  answerRequest,
  getRequestCase,
  type RequestCase,
} from '../../../src/contract/request-cases';
import { listRequestCategories, type RequestCategory } from '../../../src/contract/requests';
import { newKey } from '../../../src/client/idempotency-key';
import { openRequests, type RequestsStore } from '../../../src/client/requests/store';
import { outang } from '../../support/outang';
import { newMember, type Rider } from './rider';

const communityId = outang.id;

export const requestsOf = ({ root }: Rider): RequestsStore => root.requests.opened(openRequests);

export async function categoryNamed({ root }: Rider, name: string): Promise<RequestCategory> {
  const { items } = await root.api.call(listRequestCategories, { communityId });
  const found = items.find((one) => one.name === name);
  if (!found) throw new Error(`No category is named ${name}`);
  return found;
}

/** Somebody new asks something, without a page. */
export async function requested(words: string, category = '劳动报酬'): Promise<{ rider: Rider; id: string }> {
  const rider = await newMember();
  await rider.root.communities.load();
  const { drafts } = requestsOf(rider);
  const { id: categoryId } = await categoryNamed(rider, category);
  const key = drafts.begin(communityId) ?? '';
  drafts.change(key, { categoryId, categoryName: category, words });
  await drafts.submit(key);
  const made = drafts.madeOf(key);
  if (!made) throw new Error(`Not taken: ${JSON.stringify(drafts.find(key)?.failure)}`);
  return { rider, id: made.id };
}

export const caseOf = ({ root }: Rider, requestId: string): Promise<RequestCase> =>
  root.api.call(getRequestCase, { communityId, requestId });

/** Taken on by an officer, without a page; where it stands then. */
export async function accepted(officer: Rider, requestId: string): Promise<RequestCase> {
  const { version, can } = await caseOf(officer, requestId);
  if (!can.accept) return caseOf(officer, requestId);
  return officer.root.api.call(
    acceptRequest,
    { communityId, requestId, version },
    { key: newKey(Date.now()) },
  );
}

/** Answered by an officer, without a page. */
export async function answered(officer: Rider, requestId: string, words: string): Promise<void> {
  const { version } = await accepted(officer, requestId);
  const said = { communityId, requestId, version, words };
  await officer.root.api.call(answerRequest, said, { key: newKey(Date.now()) });
}
