import type { AuditEntry } from '../../src/contract/audit';
import type { ProblemBody } from '../../src/contract/http';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';

let cloud: TestCloud;
let staff: MadePerson;
let auditor: MadePerson;
let rider: MadePerson;
beforeEach(async () => {
  cloud = await startTestCloud();
  const holding = (role: 'staff' | 'auditor' | 'rider') => [{ communityId: outang.id, roles: [role] }];
  staff = await makePerson(cloud, holding('staff'), '社区小林');
  auditor = await makePerson(cloud, holding('auditor'), '审计小吴');
  rider = await makePerson(cloud, holding('rider'), '骑手小赵');
});
afterEach(() => cloud.close());

interface Exported {
  isIntact: boolean;
  firstBroken: number | null;
  entries: AuditEntry[];
}

const base = `/api/communities/${outang.id}`;
const ask = async <Answer>(path: string, { headers }: MadePerson): Promise<Answer & ProblemBody> =>
  (await cloud.app.inject({ url: base + path, headers })).json();
const entries = async () => (await ask<{ items: AuditEntry[] }>('/audit-entries', auditor)).items;
const exported = () => ask<Exported>('/audit-entries/export?from=2026-11-23&to=2026-11-24', auditor);
const look = () => ask(`/members/${rider.id}`, staff);

test('who looked at whom is written down, without what was seen', async () => {
  await look();
  await ask('/members?search=骑手', staff);
  const [listed, viewed] = await entries();
  expect(viewed).toMatchObject({
    number: 1,
    action: 'member_viewed',
    actor: { nickname: '社区小林' },
    subject: { nickname: '骑手小赵' },
  });
  expect(listed).toMatchObject({
    number: 2,
    action: 'members_listed',
    subject: null,
    details: { isSearch: true },
  });
  expect(JSON.stringify(listed)).not.toContain('骑手');
});

test('a change of roles is written down with what changed', async () => {
  const admin = await makePerson(cloud, [{ communityId: outang.id, roles: ['admin'] }]);
  const url = `${base}/members/${rider.id}/roles`;
  const payload = { roles: ['staff'], departmentIds: [], version: 1 };
  await cloud.app.inject({ method: 'PUT', url, headers: admin.headers, payload });
  expect((await entries())[0]).toMatchObject({
    action: 'member_roles_set',
    details: { given: ['staff'], taken: [] },
  });
});

test('what was refused is not written down', async () => {
  await ask(`/members/${rider.id}`, rider);
  expect(await entries()).toEqual([]);
});

test('looks at the same moment make one chain', async () => {
  await Promise.all(Array.from({ length: 20 }, look));
  const { isIntact, entries: all } = await exported();
  expect(isIntact).toBe(true);
  // The export is written down itself.
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
});

test.each([
  ['changed', `update audit_entries set details = '{"count":0}' where number = 3`, 3],
  ['taken out', 'delete from audit_entries where number = 3', 4],
  ['given to another', `update audit_entries set actor_ref = subject_ref where number = 2`, 2],
])('an entry %s behind our back is found', async (_what, script, number) => {
  for (let looks = 0; looks < 5; looks += 1) await look();
  await cloud.database.script(script);
  expect(await exported()).toMatchObject({ isIntact: false, firstBroken: number });
});

test('once a person is gone their name is too, and the chain is whole', async () => {
  await look();
  const headers = rider.headers;
  await cloud.app.inject({ method: 'PUT', url: '/api/me/deletion', headers });
  cloud.clock.advance({ days: 8 });
  await cloud.jobs.drain();
  const [entry] = await entries();
  expect(entry).toMatchObject({ action: 'member_viewed', subject: { nickname: null } });
  expect((await exported()).isIntact).toBe(true);
});

test('after a year the oldest go, and the rest is still a chain', async () => {
  await look();
  cloud.clock.advance({ days: 300 });
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  await look();
  cloud.clock.advance({ days: 100 });
  auditor = await makePerson(cloud, [{ communityId: outang.id, roles: ['auditor'] }]);
  await cloud.jobs.drain();
  expect((await entries()).map(({ number }) => number)).toEqual([2]);
  const late = await ask<Exported>('/audit-entries/export?from=2027-01-01&to=2028-01-01', auditor);
  expect(late).toMatchObject({ isIntact: true, entries: [{ number: 2 }, { number: 3 }] });
});

test('days the wrong way round are refused by name', async () => {
  const answer = await ask('/audit-entries/export?from=2026-11-24&to=2026-11-23', auditor);
  expect(answer.fields).toEqual({ to: '不能早于开始日期' });
});
