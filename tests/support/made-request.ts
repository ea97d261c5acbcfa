import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { RequestCase, RequestCaseRow } from '../../src/contract/request-cases';
import type { PersonRequest } from '../../src/contract/requests';
import { statement } from '../../src/cloud/platform/database';
import { newId } from '../../src/cloud/platform/ids';
import type { TestCloud } from './cloud';
import { makePerson, type MadePerson } from './made-person';
import { get, outang, post } from './outang';
import { makeDepartment } from './report-desk';

const base = `/api/communities/${outang.id}`;
const here = { communityId: outang.id };

const insertCategory = statement<object>(
  'test_request_category',
  `insert into request_categories (community_id, id, name, icon, department_id, is_confidential, answer_days, is_active,
     ordinal)
   values ($1, $2, $3, 'work', $4, $5, $6, true, 99)`,
);
const insertReader = statement<object>(
  'test_request_reader',
  'insert into request_readers (community_id, category_id, person_id, added_at) values ($1, $2, $3, $4)',
);

interface MadeCategory {
  id: string;
  name: string;
  departmentId: string;
  officer: MadePerson;
}

/** A category with a department of its own; the officer of it reads it where it is confidential. */
export async function makeCategory(
  cloud: TestCloud,
  { isConfidential = false, answerDays = 5 } = {},
): Promise<MadeCategory> {
  const { id: departmentId, officer } = await makeDepartment(cloud);
  const id = newId();
  const name = `类别 ${id.slice(-6)}`;
  await cloud.database.run(insertCategory, [
    ...[outang.id, id, name, departmentId, isConfidential, answerDays],
  ]);
  if (isConfidential) await cloud.database.run(insertReader, [outang.id, id, officer.id, cloud.clock.now()]);
  return { id, name, departmentId, officer };
}

export const makeRider = (cloud: TestCloud) => makePerson(cloud, [{ ...here, roles: ['rider'] }]);

/** What the app sends. */
export const requestBody = (cloud: TestCloud, categoryId: string, rest: object = {}): object => ({
  categoryId,
  words: '上个月的工钱还没有结清',
  spokenWords: false,
  writtenAt: cloud.clock.now().toISOString(),
  ...rest,
});

export async function sendRequest(
  cloud: TestCloud,
  person: MadePerson,
  categoryId: string,
  { key = randomUUID(), ...rest }: { key?: string; words?: string; mediaIds?: string[] } = {},
): Promise<PersonRequest & ProblemBody> {
  const body = requestBody(cloud, categoryId, rest);
  return (await post(cloud, `${base}/requests`, person.headers, body, key)).json<
    PersonRequest & ProblemBody
  >();
}

/** What the requester does about their own. */
export function asRequester(cloud: TestCloud, { headers }: MadePerson) {
  return {
    see: async (id: string) =>
      (await get(cloud, `/api/requests/${id}`, headers)).json<PersonRequest & ProblemBody>(),
    do: async (
      what: 'replies' | 'follow-ups' | 'rating' | 'reopening' | 'withdrawal',
      id: string,
      body: object,
    ) =>
      (await post(cloud, `/api/requests/${id}/${what}`, headers, body)).json<PersonRequest & ProblemBody>(),
    titles: async () =>
      (await get(cloud, '/api/notices', headers)).json<{ items: Notice[] }>().items.map(({ title }) => title),
  };
}

/** Somebody at the desk of the community. */
export function atRequests(cloud: TestCloud, { headers }: MadePerson) {
  async function ask<Answer>(path: string, method: 'GET' | 'POST' | 'PUT' = 'GET', payload?: object) {
    const answer = await cloud.app.inject({
      method,
      url: `${base}${path}`,
      headers: { ...headers, ...(method === 'POST' && { 'idempotency-key': randomUUID() }) },
      ...(payload && { payload }),
    });
    return answer.json<Answer & ProblemBody>();
  }
  const act =
    (what: string) =>
    (id: string, body: object): Promise<RequestCase & ProblemBody> =>
      ask<RequestCase>(`/request-cases/${id}/${what}`, 'POST', body);
  const hand =
    (what: string) =>
    (id: string, body: object): Promise<{ case: RequestCase | null } & ProblemBody> =>
      ask<{ case: RequestCase | null }>(`/request-cases/${id}/${what}`, 'POST', body);
  return {
    ask,
    see: (id: string) => ask<RequestCase>(`/request-cases/${id}`),
    list: async (query = '') => (await ask<{ items: RequestCaseRow[] }>(`/request-cases${query}`)).items,
    accept: act('acceptance'),
    question: act('question'),
    answer: act('answer'),
    note: act('notes'),
    assign: hand('assignment'),
    giveBack: hand('return'),
  };
}

/** Sent and answered by the officer of its category. */
export async function makeAnswered(cloud: TestCloud, isConfidential = false) {
  const category = await makeCategory(cloud, { isConfidential });
  const rider = await makeRider(cloud);
  const { id, version } = await sendRequest(cloud, rider, category.id);
  const desk = atRequests(cloud, category.officer);
  await desk.accept(id, { version });
  const { version: answered } = await desk.answer(id, {
    words: '已经和站点谈过，周五结清',
    version: version + 1,
  });
  return { id, category, rider, desk, requester: asRequester(cloud, rider), version: answered };
}
