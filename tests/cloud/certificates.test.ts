import { privacyNoticeVersion as noticeVersion } from '../../src/contract/consents';
import type { Certificate, Verification } from '../../src/contract/certificates';
import type { ProblemBody } from '../../src/contract/http';
import type { Notice } from '../../src/contract/notices';
import type { ServiceRecord } from '../../src/contract/service-records';
import { certificatesPersonalData } from '../../src/cloud/certificates/service';
import { statement } from '../../src/cloud/platform/database';
import { monday9 } from '../support/cloud';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { makeRecord } from '../support/made-service';
import { get, outang, post } from '../support/outang';
import { pdfText } from '../support/pdf-text';

let world: IdentityCloud;
let staff: MadePerson;
let organiser: MadePerson;
let volunteer: MadePerson;

beforeAll(async () => {
  world = await startIdentityCloud();
  staff = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['staff'] }]);
  organiser = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['organiser'] }]);
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  await world.cloud.database.script('delete from rate_limits');
  volunteer = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }], '陈师傅');
});
afterAll(() => world.close());

const base = `/api/communities/${outang.id}`;
const span = { from: '2026-11-01', to: '2026-11-23' };
const read = async <T>(url: string, by: MadePerson = volunteer) =>
  (await get(world.cloud, `${base}${url}`, by.headers)).json<T & ProblemBody>();
const create = async <T>(url: string, by: MadePerson, payload: object, key?: string) =>
  (await post(world.cloud, `${base}${url}`, by.headers, payload, key)).json<T & ProblemBody>();
const issue = (body: object = span) => create<Certificate>('/certificates', volunteer, body);
const act = (what: 'seal' | 'revocation', { id }: Certificate, by: MadePerson, body: object) =>
  create<Certificate>(`/certificates/${id}/${what}`, by, body);
const verify = async (code: string) =>
  (await get(world.cloud, `/api/certificates/${code}`)).json<Verification & ProblemBody>();
const pdfOf = async ({ id }: Certificate) => {
  const { file } = await read<{ file: string }>(`/certificates/${id}/pdf`);
  return Buffer.from(file, 'base64');
};
const seal = { sealNumber: '藕社章 2026-018', handler: '王敏', version: 1 };

test('is issued at once with what was recorded, under the next number and a code of its own', async () => {
  expect((await issue()).code).toBe('certificate_empty');
  expect((await issue({ from: '2026-11-23', to: '2026-11-01' })).code).toBe('certificate_range');
  expect((await issue({ from: '2026-11-23', to: '2026-11-24' })).code).toBe('certificate_range');
  await makeRecord(world.cloud, { personId: volunteer.id });
  await makeRecord(world.cloud, {
    personId: volunteer.id,
    on: '2026-11-22',
    kind: 'tree_planting',
    minutes: 90,
  });
  await makeRecord(world.cloud, { personId: volunteer.id, on: '2025-11-22' });
  const [one, two] = [await issue(), await issue()];
  expect(one).toMatchObject({
    state: 'platform',
    name: '陈师傅',
    isRealName: false,
    minutes: 210,
    times: 2,
    issuer: '藕塘社区居民委员会',
    verifyUrl: `https://nuanxin.test/verify/${one.code}`,
    records: [{ servedOn: '2026-11-21' }, { servedOn: '2026-11-22', kind: 'tree_planting' }],
    can: { seal: false, revoke: false },
  });
  expect(one.number).toMatch(/^藕塘志证-2026-\d{4}$/);
  expect(Number(two.number.slice(-4))).toBe(Number(one.number.slice(-4)) + 1);
  expect(one.code).not.toBe(two.code);
});

test('anyone who holds the code learns what it says, with a masked name and nothing else', async () => {
  await makeRecord(world.cloud, { personId: volunteer.id });
  await world.cloud.app.inject({
    method: 'PUT',
    url: `${base}/service/mine/name`,
    headers: volunteer.headers,
    payload: { name: '陈小明', noticeVersion },
  });
  const issued = await issue();
  expect(issued).toMatchObject({ name: '陈小明', isRealName: true });
  expect(await verify(issued.code)).toEqual({
    number: issued.number,
    state: 'platform',
    maskedName: '陈＊明',
    from: '2026-11-01',
    to: '2026-11-23',
    minutes: 120,
    times: 1,
    issuer: '藕塘社区居民委员会',
    issuedOn: '2026-11-23',
    sealedOn: null,
  });
  const door = await get(world.cloud, `/verify/${issued.code}`);
  expect(door.headers.location).toBe(`/#/certificates/public/verify?code=${issued.code}`);
  expect((await verify('0000000000000000')).code).toBe('certificate_unknown');
  for (let asked = 0; asked < 60; asked += 1) await verify('0000000000000000');
  expect((await verify(issued.code)).code).toBe('rate_limited');
});

test('the paper is a PDF whose text can be read and searched, rare names too', async () => {
  volunteer = await makePerson(world.cloud, [{ communityId: outang.id, roles: ['rider'] }], '䶮堃骉');
  for (let at = 1; at <= 40; at += 1)
    await makeRecord(world.cloud, {
      personId: volunteer.id,
      on: `2026-10-${String((at % 28) + 1).padStart(2, '0')}`,
    });
  const issued = await issue({ from: '2026-10-01', to: '2026-11-23' });
  const pdf = await pdfOf(issued);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeLessThan(250_000);
  const text = pdfText(pdf);
  for (const part of [
    '志愿服务记录证明',
    '平台记录',
    issued.number,
    '䶮堃骉',
    '80 小时，共 40 次',
    '清理河道',
    '第 2 页',
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('\uFFFD');
  expect((await read(`/certificates/${issued.id}/pdf`, await makePerson(world.cloud))).code).toBe(
    'not_found',
  );
});

test('an organiser notes the seal once; staff do not; the paper and the check say so', async () => {
  await makeRecord(world.cloud, { personId: volunteer.id });
  const issued = await issue();
  expect((await act('seal', issued, staff, seal)).code).toBe('forbidden');
  expect(await read<Certificate>(`/certificates/${issued.id}`, organiser)).toMatchObject({
    can: { seal: true },
  });
  expect(await act('seal', issued, organiser, seal)).toMatchObject({ state: 'sealed', handler: '王敏' });
  expect((await act('seal', issued, organiser, seal)).code).toBe('conflict');
  expect(await verify(issued.code)).toMatchObject({ state: 'sealed', sealedOn: '2026-11-23' });
  expect(pdfText(await pdfOf(issued))).toContain('藕社章 2026-018');
  const told = (await get(world.cloud, '/api/notices', volunteer.headers)).json<{ items: Notice[] }>();
  expect(told.items[0]).toMatchObject({ title: '服务证明已盖章' });
});

test('is old once hours on it are set right, and revoked with a reason', async () => {
  const recordId = await makeRecord(world.cloud, { personId: volunteer.id });
  const issued = await issue();
  const wish = { proposedMinutes: 150, reason: '少记了' };
  const asked = await create<ServiceRecord>(`/service/mine/records/${recordId}/corrections`, volunteer, wish);
  expect((await issue()).code).toBe('certificate_correcting');
  const decision = { decision: 'grant', reply: '好', version: 1 };
  await create(`/service/corrections/${asked.correction?.id ?? ''}/decision`, staff, decision);
  expect(await verify(issued.code)).toMatchObject({ state: 'superseded', minutes: 120 });
  expect(await issue()).toMatchObject({ state: 'platform', minutes: 150 });
  const { version } = await read<Certificate>(`/certificates/${issued.id}`);
  expect((await act('revocation', issued, staff, { reason: '开错', version })).code).toBe('forbidden');
  expect(await act('revocation', issued, organiser, { reason: '开错', version })).toMatchObject({
    state: 'revoked',
  });
  expect(await verify(issued.code)).toMatchObject({ state: 'revoked' });
});

test('who leaves takes the name off it; who checks it learns that it no longer holds', async () => {
  await makeRecord(world.cloud, { personId: volunteer.id });
  const issued = await issue();
  const { headers } = volunteer;
  const reason = '陈师傅请重开';
  const words = { reason, version: issued.version };
  await act('revocation', await issue(), organiser, words);
  const theirs = await certificatesPersonalData(world.cloud.sealing).collect(
    world.cloud.database,
    volunteer.id,
  );
  expect(theirs).toMatchObject([{ 姓名: '陈师傅', 查验码: issued.code }, { 撤销原因: reason }]);
  await world.cloud.app.inject({ method: 'DELETE', url: `${base}/membership`, headers });
  expect(await verify(issued.code)).toMatchObject({ state: 'revoked', maskedName: '＊', minutes: 120 });
  const kept = statement<object>('test_kept_reason', 'select 1 from certificates where revoke_reason = $1');
  expect(await world.cloud.database.row(kept, [reason])).toBeUndefined();
});
