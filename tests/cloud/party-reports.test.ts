import type { Consents } from '../../src/contract/consents';
import { privacyNoticeVersion } from '../../src/contract/consents';
import type { ProblemBody } from '../../src/contract/http';
import type { PartyReport } from '../../src/contract/members';
import type { PersonSummary } from '../../src/contract/people';
import { createPartyReports } from '../../src/cloud/members/service';
import { statement } from '../../src/cloud/platform/database';
import { createSealing } from '../../src/cloud/platform/sealing';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { outang } from '../support/outang';

const oldKey = { id: 'old', key: Buffer.alloc(32, 7) };
const newKey = { id: 'new', key: Buffer.alloc(32, 8) };
const indexKey = Buffer.alloc(32, 9);

let cloud: TestCloud;
let organiser: MadePerson;
let rider: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud({ settings: { dataKeys: [newKey, oldKey], indexKey } });
  organiser = await makePerson(cloud, [{ communityId: outang.id, roles: ['organiser'] }]);
});
beforeEach(async () => {
  await cloud.database.script('delete from party_reports');
  rider = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }]);
});
afterAll(() => cloud.close());

const base = `/api/communities/${outang.id}`;
const branch = '合肥某某快递党支部';
async function ask<Answer>(
  method: 'GET' | 'PUT' | 'DELETE',
  url: string,
  { headers }: MadePerson = rider,
  payload?: object,
): Promise<Answer & ProblemBody> {
  const answer = await cloud.app.inject({ method, url, headers, ...(payload && { payload }) });
  return (answer.body ? answer.json() : {}) as Answer & ProblemBody;
}
const reportIn = (noticeVersion: string = privacyNoticeVersion) =>
  ask<PartyReport>('PUT', `${base}/party-report`, rider, { branch, noticeVersion });
const list = async () =>
  (
    await ask<{ items: (PartyReport & { person: PersonSummary })[] }>(
      'GET',
      `${base}/party-reports`,
      organiser,
    )
  ).items;
const total = async () =>
  (await ask<{ total: number }>('GET', `${base}/party-reports/count`, organiser)).total;
const consent = async () =>
  (await ask<Consents>('GET', '/api/me/consents')).items.find(({ purpose }) => purpose === 'party_report_in')
    ?.state;

test('is made by one’s own word, with its own consent, and read by the organiser', async () => {
  expect(await consent()).toBe('unasked');
  expect(await reportIn()).toMatchObject({ branch });
  expect(await consent()).toBe('given');
  expect(await list()).toMatchObject([{ branch, person: { personId: rider.id } }]);
  expect(await total()).toBe(1);
  await reportIn();
  expect(await total()).toBe(1);
});

test('the database alone tells neither who nor where', async () => {
  await reportIn();
  const rows = await cloud.database.rows(
    statement<{ row: string; sealed: Buffer }>(
      'test_party',
      'select p::text as row, sealed from party_reports p',
    ),
  );
  expect(rows).toHaveLength(1);
  expect(
    rows.some(
      ({ row, sealed }) => row.includes(rider.id) || sealed.includes(rider.id) || sealed.includes(branch),
    ),
  ).toBe(false);
  const log = await cloud.database.rows(
    statement<{ row: string }>('test_party_log', 'select e::text as row from audit_entries e'),
  );
  expect(log.some(({ row }) => row.includes(branch))).toBe(false);
});

test('goes in one tap, and the consent with it', async () => {
  await reportIn();
  await ask('DELETE', `${base}/party-report`);
  expect((await ask<{ report: unknown }>('GET', `${base}/party-report`)).report).toBeNull();
  expect([await total(), await consent()]).toEqual([0, 'withdrawn']);
});

test('goes when its consent is withdrawn', async () => {
  await reportIn();
  const body = { isGiven: false, noticeVersion: privacyNoticeVersion };
  await ask('PUT', '/api/me/consents/party_report_in', rider, body);
  expect(await total()).toBe(0);
});

test('an answer to an older notice keeps nothing', async () => {
  expect((await reportIn('2020-01-01')).code).toBe('notice_outdated');
  expect(await total()).toBe(0);
});

test('is sealed anew by the job when the key has changed', async () => {
  const before = createPartyReports(createSealing([oldKey], indexKey));
  await before.put(cloud.database, outang.id, { personId: rider.id, branch, reportedAt: cloud.clock.now() });
  cloud.clock.advance({ days: 2 });
  await cloud.jobs.drain();
  const keys = await cloud.database.rows(
    statement<{ keyId: string }>('test_party_keys', 'select key_id as "keyId" from party_reports'),
  );
  expect(keys).toEqual([{ keyId: 'new' }]);
  expect((await ask<{ report: PartyReport }>('GET', `${base}/party-report`)).report.branch).toBe(branch);
});
