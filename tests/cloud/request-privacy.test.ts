import type { AuditEntry } from '../../src/contract/audit';
import type { RequestReaders } from '../../src/contract/request-categories';
import type { RequestAssignees, RequestCaseCounts, RequestFigures } from '../../src/contract/request-cases';
import type { Role } from '../../src/contract/roles';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import {
  asRequester,
  atRequests,
  makeAnswered,
  makeCategory,
  makeRider,
  sendRequest,
} from '../support/made-request';
import { get, outang } from '../support/outang';

let cloud: TestCloud;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  rider = await makeRider(cloud);
});
afterAll(() => cloud.close());

const working = (...roles: Role[]) => makePerson(cloud, [{ communityId: outang.id, roles }]);
const everybodyElse: Role[] = ['staff', 'organiser', 'admin', 'department_officer'];

test('an officer has what their department has now, and nothing of others', async () => {
  const [one, other] = [await makeCategory(cloud), await makeCategory(cloud)];
  const sent = await sendRequest(cloud, rider, one.id);
  const [mine, theirs] = [atRequests(cloud, one.officer), atRequests(cloud, other.officer)];
  expect((await mine.list()).map(({ id }) => id)).toEqual([sent.id]);
  expect(await theirs.list()).toEqual([]);
  expect((await theirs.see(sent.id)).code).toBe('not_found');
  expect((await theirs.accept(sent.id, { version: 1 })).code).toBe('not_found');
  const given = await mine.assign(sent.id, { departmentId: other.departmentId, version: sent.version });
  expect(given).toEqual({ case: null });
  expect((await mine.see(sent.id)).code).toBe('not_found');
  expect((await theirs.list()).map(({ id }) => id)).toEqual([sent.id]);
});

test('what is confidential is there for its list alone: not in lists, counts, search, figures by name', async () => {
  const legal = await makeCategory(cloud, { isConfidential: true });
  const sent = await sendRequest(cloud, rider, legal.id, { words: '想问问离婚的事情' });
  expect(sent).toMatchObject({ isConfidential: true, state: 'submitted' });
  for (const role of everybodyElse) {
    const desk = atRequests(cloud, await working(role));
    expect((await desk.list()).map(({ id }) => id)).not.toContain(sent.id);
    expect(await desk.list(`?search=${encodeURIComponent('离婚')}`)).toEqual([]);
    expect(await desk.list(`?search=${sent.number}`)).toEqual([]);
    const counts = await desk.ask<RequestCaseCounts>(`/request-cases/count?categoryId=${legal.id}`);
    expect(counts).toEqual({ states: [], overdue: 0, soon: 0 });
    expect((await desk.see(sent.id)).code).toBe('not_found');
    expect((await desk.answer(sent.id, { words: '您好', version: 1 })).code).toBe('not_found');
    const figures = await desk.ask<RequestFigures>('/request-figures');
    expect(JSON.stringify(figures)).not.toContain(legal.id);
    expect(JSON.stringify(figures)).not.toContain(legal.name);
    const nameless = figures.rows.filter(({ category }) => category === null);
    expect(nameless.length).toBe(role === 'department_officer' ? 0 : 1);
  }
  const reader = atRequests(cloud, legal.officer);
  const [row] = await reader.list(`?search=${encodeURIComponent('离婚')}`);
  // A list says that it is there; its words are read one by one.
  expect(row).toMatchObject({ id: sent.id, words: null, isFlagged: false });
  expect(await reader.see(sent.id)).toMatchObject({ words: '想问问离婚的事情', can: { accept: true } });
  const figures = await reader.ask<RequestFigures>('/request-figures');
  expect(figures.rows).toMatchObject([{ category: { id: legal.id }, received: 1, open: 1 }]);
});

test('it stays with its list wherever it is given, and comes to no open category', async () => {
  const [legal, open] = [await makeCategory(cloud, { isConfidential: true }), await makeCategory(cloud)];
  const { id, version } = await sendRequest(cloud, rider, legal.id);
  const reader = atRequests(cloud, legal.officer);
  const toOpen = { departmentId: open.departmentId, categoryId: open.id, version };
  expect((await reader.assign(id, toOpen)).code).toBe('request_stays_confidential');
  const toOfficer = { departmentId: open.departmentId, officerId: open.officer.id, version };
  expect((await reader.assign(id, toOfficer)).code).toBe('request_stays_confidential');
  const assignees = await reader.ask<RequestAssignees>(`/request-cases/${id}/assignees`);
  expect(
    new Set(assignees.departments.flatMap(({ officers }) => officers.map((one) => one.personId))),
  ).toEqual(new Set([legal.officer.id]));
  expect(assignees.categories.map((one) => one.id)).not.toContain(open.id);
  const moved = await reader.assign(id, { departmentId: open.departmentId, version });
  expect(moved.case).toMatchObject({ state: 'assigned', isConfidential: true });
  expect((await atRequests(cloud, open.officer).see(id)).code).toBe('not_found');
  const returned = await reader.giveBack(id, { reason: '再想想', version: version + 1 });
  expect(returned.case).toMatchObject({ state: 'returned', next: { by: 'department' } });
});

test('an open one that turns out to be confidential is gone for who gave it there', async () => {
  const [open, legal] = [await makeCategory(cloud), await makeCategory(cloud, { isConfidential: true })];
  const { id, version } = await sendRequest(cloud, rider, open.id);
  const staff = atRequests(cloud, await working('staff'));
  const given = await staff.assign(id, { departmentId: legal.departmentId, categoryId: legal.id, version });
  expect(given).toEqual({ case: null });
  expect((await staff.see(id)).code).toBe('not_found');
  expect((await atRequests(cloud, legal.officer).see(id)).isConfidential).toBe(true);
});

test('every look is written down, that at a confidential one as such, and never whose it is', async () => {
  const [open, legal] = [await makeCategory(cloud), await makeCategory(cloud, { isConfidential: true })];
  const plain = await sendRequest(cloud, rider, open.id);
  const secret = await sendRequest(cloud, rider, legal.id);
  await atRequests(cloud, open.officer).see(plain.id);
  await atRequests(cloud, legal.officer).see(secret.id);
  await atRequests(cloud, legal.officer).accept(secret.id, { version: secret.version });
  const auditor = await cloud.signIn('auditor');
  const { items } = (await get(cloud, `/api/communities/${outang.id}/audit-entries?limit=3`, auditor)).json<{
    items: AuditEntry[];
  }>();
  expect(items.map(({ action, subject, details }) => [action, subject, details['requestId']])).toEqual([
    ['confidential_request_viewed', null, secret.id],
    ['confidential_request_viewed', null, secret.id],
    ['request_viewed', null, plain.id],
  ]);
});

test('nobody puts themselves on a list; who is on it comes and goes in the log; without anybody it is closed', async () => {
  const legal = await makeCategory(cloud, { isConfidential: true });
  const [organiser, admin] = [await working('organiser'), await working('admin')];
  const path = `/request-categories/${legal.id}/readers`;
  const asOrganiser = atRequests(cloud, organiser);
  const read = () => asOrganiser.ask<RequestReaders>(path);
  const set = (personIds: string[], version: number, by = asOrganiser) =>
    by.ask<RequestReaders>(path, 'PUT', { personIds, version });
  const { version, readers, candidates } = await read();
  expect(readers.map(({ personId }) => personId)).toEqual([legal.officer.id]);
  expect(candidates.map(({ personId }) => personId)).not.toContain(organiser.id);
  expect((await set([organiser.id], version)).code).toBe('reader_self');
  expect((await set([rider.id], version)).code).toBe('reader_unknown');
  const empty = await set([], version);
  expect(empty.readers).toEqual([]);
  expect((await sendRequest(cloud, rider, legal.id)).code).toBe('request_category_closed');
  expect((await set([legal.officer.id], version)).code).toBe('conflict');
  const filled = await set([organiser.id, legal.officer.id], empty.version, atRequests(cloud, admin));
  expect(filled.readers).toHaveLength(2);
  const { items } = (
    await get(cloud, `/api/communities/${outang.id}/audit-entries?limit=3`, await cloud.signIn('auditor'))
  ).json<{ items: AuditEntry[] }>();
  expect(items.map(({ action, details }) => [action, details['change']]).sort()).toEqual([
    ['request_readers_set', 'added'],
    ['request_readers_set', 'added'],
    ['request_readers_set', 'removed'],
  ]);
  const open = await makeCategory(cloud);
  const refused = await asOrganiser.ask(`/request-categories/${open.id}/readers`, 'PUT', {
    personIds: [],
    version: 1,
  });
  expect(refused.code).toBe('category_not_confidential');
});

test('notices say no word of what it is about', async () => {
  const { id, category, requester } = await makeAnswered(cloud, true);
  await cloud.jobs.drain();
  const all = [
    ...(await get(cloud, '/api/notices', category.officer.headers)).json<{ items: object[] }>().items,
  ];
  expect(all.length).toBeGreaterThan(0);
  expect(JSON.stringify(all)).not.toMatch(/工钱|周五/);
  expect(JSON.stringify(all)).not.toContain(category.name);
  expect((await requester.titles())[0]).toBe('诉求有答复了');
  expect((await asRequester(cloud, rider).see(id)).code).toBe('not_found');
});

test('figures: stars, silence and what was late are counted apart; the sheet has them all', async () => {
  const { id, category, requester, desk, version } = await makeAnswered(cloud);
  await requester.do('rating', id, { stars: 4, version });
  const quiet = await sendRequest(cloud, rider, category.id);
  await desk.accept(quiet.id, { version: quiet.version });
  cloud.clock.advance({ days: 8 });
  await desk.answer(quiet.id, { words: '办好了', version: quiet.version + 1 });
  cloud.clock.advance({ days: 10, hours: 1 });
  await cloud.jobs.drain();
  expect(await asRequester(cloud, rider).see(quiet.id)).toMatchObject({ state: 'rated', isLapsed: true });
  const { rows, total } = await desk.ask<RequestFigures>('/request-figures?from=2026-11&to=2026-11');
  const counted = {
    ...{ received: 2, answered: 2, inTime: 1, late: 1, rated: 1, averageStars: 4 },
    ...{ lapsed: 1, reopened: 0, returned: 0, withdrawn: 0, open: 0 },
  };
  expect(rows).toMatchObject([{ month: '2026-11', category: { id: category.id }, ...counted }]);
  expect(total).toEqual(counted);
  const csv = await desk.ask<{ name: string; file: string }>('/request-figures/export?format=csv');
  expect(csv.name).toMatch(/^诉求统计-.*\.csv$/);
  expect(Buffer.from(csv.file, 'base64').toString()).toContain(category.name);
  expect((await desk.ask('/request-figures?from=2020-01&to=2026-11')).code).toBe('figure_months');
});
