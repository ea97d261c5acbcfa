import type { ProblemBody } from '../../src/contract/http';
import type { GridApplication, Member } from '../../src/contract/members';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { change, newTown, outang, post } from '../support/outang';

/** Two instances where the database takes more than one; the embedded one belongs to one. */
let clouds: [TestCloud, TestCloud];
beforeAll(async () => {
  const first = await startTestCloud();
  const { databaseUrl } = first.settings;
  clouds = [first, databaseUrl ? await startTestCloud({ databaseUrl }) : first];
  await change(first, 'communities', newTown.script);
});
afterAll(async () => {
  if (clouds[1] !== clouds[0]) await clouds[1].close();
  await clouds[0].close();
});
const anyCloud = (index: number) => (index % 2 ? clouds[1] : clouds[0]);

test('of two last admins who demote each other at once one stays', async () => {
  const memberships = [{ communityId: newTown.id, roles: ['rider', 'admin'] as const }];
  const admins = [await makePerson(clouds[0], memberships), await makePerson(clouds[0], memberships)];
  const demote = async (asker: MadePerson, person: MadePerson, index: number) => {
    const url = `/api/communities/${newTown.id}/members/${person.id}/roles`;
    const payload = { roles: [], departmentIds: [], version: 1 };
    const answer = await anyCloud(index).app.inject({ method: 'PUT', url, headers: asker.headers, payload });
    return answer.json<Partial<Member>>();
  };
  const [one, two] = admins;
  if (!one || !two) throw new Error('Nobody there');
  await Promise.all([demote(one, two, 0), demote(two, one, 1)]);
  const left = statement<{ admins: number }>(
    'test_admins',
    `select count(*) as admins from memberships where community_id = $1 and 'admin' = any(roles)`,
  );
  expect((await clouds[0].database.row(left, [newTown.id]))?.admins).toBe(1);
});

const holding = (role: 'rider' | 'staff') => [{ communityId: outang.id, roles: [role] }];
const apply = (index: number, rider: MadePerson) =>
  post(anyCloud(index), `/api/communities/${outang.id}/grid-applications`, rider.headers, {
    areas: ['北门'],
  });
const decide = async (index: number, staff: MadePerson, id: string, decision: string) => {
  const url = `/api/communities/${outang.id}/grid-applications/${id}/decision`;
  const payload = { decision, reason: '片区已满', version: 1 };
  const answer = await anyCloud(index).app.inject({ method: 'POST', url, headers: staff.headers, payload });
  return answer.json<GridApplication & ProblemBody>();
};

test('twenty applications of one person at once are one', async () => {
  const rider = await makePerson(clouds[0], holding('rider'));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => apply(index, rider)));
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.json<ProblemBody>().code).filter(Boolean))).toEqual(
    new Set(['grid_applied_already']),
  );
});

test('ten who decide one application at once are one decision and one notice', async () => {
  const rider = await makePerson(clouds[0], holding('rider'));
  const staff = await makePerson(clouds[0], holding('staff'));
  const { id } = (await apply(0, rider)).json<GridApplication>();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => decide(index, staff, id, index % 2 ? 'approve' : 'decline')),
  );
  expect(answers.filter((answer) => !('code' in answer))).toHaveLength(1);
  const { items } = (await clouds[0].app.inject({ url: '/api/notices', headers: rider.headers })).json<{
    items: object[];
  }>();
  expect(items).toHaveLength(1);
});

test('twenty approved at once have twenty numbers', async () => {
  const staff = await makePerson(clouds[0], holding('staff'));
  const riders = await Promise.all(Array.from({ length: 20 }, () => makePerson(clouds[0], holding('rider'))));
  const ids = await Promise.all(
    riders.map(async (rider, index) => (await apply(index, rider)).json<GridApplication>().id),
  );
  const approved = await Promise.all(ids.map((id, index) => decide(index, staff, id, 'approve')));
  expect(new Set(approved.map(({ number }) => number)).size).toBe(20);
});
