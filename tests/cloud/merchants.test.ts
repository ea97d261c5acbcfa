import type { PlaceCodes, ResolvedCode } from '../../src/contract/codes';
import type { AnswerOf, ProblemBody } from '../../src/contract/http';
import type { Clerk, Invitation, ManagedMerchant, Merchant, MyMerchant } from '../../src/contract/merchants';
import type { listMerchantsSchemas } from '../../src/contract/merchants.schema';
import type { Notice } from '../../src/contract/notices';
import type { Me } from '../../src/contract/people';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { makePerson, type MadePerson } from '../support/made-person';
import { checkIn, get, outang, post, type Headers } from '../support/outang';

type Refused = Pick<ProblemBody, 'code'>;

const shop = {
  name: ' 巷口小吃 ',
  category: 'catering',
  address: '海棠街道荷风路 3 号',
  position: { lat: 31.8861, lng: 117.2502, crs: 'GCJ-02', accuracyM: 20 },
  hours: { weekly: [{ weekday: 1, spans: [{ opens: '08:00', closes: '20:00' }] }], exceptions: [] },
  phone: '0551-0000-0001',
};

let cloud: TestCloud;
let staff: MadePerson;
let owner: MadePerson;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await makePerson(cloud, [{ communityId: outang.id, roles: ['staff'] }]);
});
beforeEach(async () => {
  owner = await makePerson(cloud, [{ communityId: outang.id, roles: ['rider'] }], '巷口老板');
});
afterAll(() => cloud.close());

const base = `/api/communities/${outang.id}`;
const apply = async (headers: Headers = owner.headers) =>
  (await post(cloud, `${base}/merchant-applications`, headers, shop)).json<MyMerchant & Refused>();
const desk = async (method: 'POST' | 'PUT', id: string, payload: object, part = '') =>
  (
    await cloud.app.inject({
      method,
      url: `${base}/merchants/${id}${part}`,
      headers: staff.headers,
      payload,
    })
  ).json<ManagedMerchant & Refused>();
const decide = (id: string, payload: object) => desk('POST', id, { version: 1, ...payload }, '/decision');
const merchantSeenBy = async (id: string, headers: Headers = {}) =>
  (await get(cloud, `/api/merchants/${id}`, headers)).json<Merchant & Refused>();
const mine = async ({ headers }: MadePerson) =>
  (await get(cloud, '/api/merchants/mine', headers)).json<{ items: MyMerchant[] }>().items;
const rolesOf = async ({ headers }: MadePerson) =>
  (await get(cloud, '/api/me', headers)).json<Me>().memberships[0]?.roles;
const invite = async (merchantId: string, { headers }: MadePerson) =>
  (await post(cloud, `/api/merchants/${merchantId}/invitations`, headers, {})).json<Invitation>();
const accept = async (code: string, { headers }: MadePerson) =>
  (await post(cloud, '/api/merchants/invitations/acceptance', headers, { code })).json<
    MyMerchant & Refused
  >();

async function approved(): Promise<string> {
  const { id } = await apply();
  await decide(id, { decision: 'approve' });
  return id;
}

test('who applies waits unseen, is approved, serves there and is told', async () => {
  const applied = await apply();
  expect(applied).toMatchObject({ name: '巷口小吃', status: 'draft', isClerk: false });
  expect(await merchantSeenBy(applied.id)).toMatchObject({ code: 'not_found' });
  expect((await apply()).code).toBe('merchant_applied_already');

  const seen = (await get(cloud, `${base}/merchants/${applied.id}`, staff.headers)).json<ManagedMerchant>();
  expect(seen.application?.applicant?.nickname).toBe('巷口老板');

  expect(await decide(applied.id, { decision: 'approve' })).toMatchObject({ status: 'active', version: 2 });
  expect(await rolesOf(owner)).toContain('merchant_clerk');
  expect(await mine(owner)).toMatchObject([{ id: applied.id, status: 'active', isClerk: true }]);
  expect(await merchantSeenBy(applied.id)).toMatchObject({
    name: '巷口小吃',
    opening: { isOpen: true, changesAt: '2026-11-23T20:00:00+08:00' },
    can: { serve: false },
  });
  expect((await merchantSeenBy(applied.id, owner.headers)).can.serve).toBe(true);
  const [notice] = (await get(cloud, '/api/notices', owner.headers)).json<{ items: Notice[] }>().items;
  expect(notice).toMatchObject({ kind: 'merchant_decision', title: '商户申请通过了' });
});

test('a declined applicant reads why, and may apply again', async () => {
  const { id } = await apply();
  expect((await decide(id, { decision: 'decline' })).code).toBe('merchant_reason_missing');
  await decide(id, { decision: 'decline', reason: '请补充营业执照' });
  expect(await mine(owner)).toMatchObject([{ status: 'ended', declineReason: '请补充营业执照' }]);
  expect(await merchantSeenBy(id, owner.headers)).toMatchObject({ code: 'not_found' });
  expect((await decide(id, { decision: 'approve', version: 2 })).code).toBe('merchant_status');
  expect((await apply()).status).toBe('draft');
});

test('a merchant is opened, paused and ended by staff; what ended stays ended', async () => {
  const agreement = { agreementFrom: '2026-01-01', agreementTo: '2026-12-31' };
  const wrong = await post(cloud, `${base}/merchants`, staff.headers, {
    ...shop,
    ...agreement,
    agreementTo: '2025-12-31',
  });
  expect(wrong.json()).toMatchObject({
    code: 'agreement_dates',
    fields: { agreementTo: '不能早于开始日期' },
  });
  const made = (
    await post(cloud, `${base}/merchants`, staff.headers, { ...shop, ...agreement })
  ).json<ManagedMerchant>();
  expect(made).toMatchObject({ status: 'draft', ...agreement, application: null });
  const set = (status: string, version: number) => desk('PUT', made.id, { status, version }, '/status');
  expect((await set('paused', 1)).code).toBe('merchant_status');
  expect((await set('active', 1)).status).toBe('active');
  expect((await set('active', 1)).code).toBe('conflict');
  expect((await set('paused', 2)).opening.isOpen).toBe(false);
  const changed = await desk('PUT', made.id, { ...shop, ...agreement, name: '巷口面馆', version: 3 });
  expect(changed).toMatchObject({ name: '巷口面馆', version: 4 });
  expect((await set('ended', 4)).status).toBe('ended');
  expect((await set('active', 5)).code).toBe('merchant_status');
});

test('the list finds by name, by status, and what waits', async () => {
  const { id } = await apply();
  const list = async (query: string) =>
    (await get(cloud, `${base}/merchants?${query}`, staff.headers)).json<{ items: ManagedMerchant[] }>()
      .items;
  const waiting = await list('isApplication=true');
  expect(waiting.map((one) => one.id)).toContain(id);
  expect(waiting.every((one) => one.status === 'draft' && one.application?.applicant === null)).toBe(true);
  expect((await list(`search=${encodeURIComponent('面馆')}`)).map(({ name }) => name)).toContain('荷风面馆');
  expect((await list('status=active')).every(({ status }) => status === 'active')).toBe(true);
});

test('what waits comes first, page by page, and is counted; an auditor reads, and changes nothing', async () => {
  const { id } = await apply();
  const auditor = await makePerson(cloud, [{ communityId: outang.id, roles: ['auditor'] }]);
  type Listed = AnswerOf<typeof listMerchantsSchemas>;
  const list = async (by: MadePerson, query = '') =>
    (await get(cloud, `${base}/merchants${query}`, by.headers)).json<Listed>();
  const whole = await list(staff, '?limit=50');
  const isWaiting = whole.items.map(({ status, application }) => status === 'draft' && application !== null);
  expect(isWaiting).toEqual(isWaiting.toSorted((one, other) => Number(other) - Number(one)));
  expect(whole.waiting).toBe(isWaiting.filter(Boolean).length);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Listed = await list(staff, `?limit=1${cursor && `&cursor=${cursor}`}`);
    paged.push(...page.items.map((one) => one.id));
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole.items.map((one) => one.id));

  expect(whole).toMatchObject({ can: { create: true } });
  expect(whole.items[0]?.can).toEqual({ serve: true, change: true });
  const seen = await list(auditor);
  expect(seen).toMatchObject({ can: { create: false }, waiting: whole.waiting });
  expect(seen.items[0]?.can).toEqual({ serve: false, change: false });
  const one = (await get(cloud, `${base}/merchants/${id}`, auditor.headers)).json<ManagedMerchant>();
  expect(one.can).toEqual({ serve: false, change: false });
});

test('an invitation makes one clerk, once, and brings a stranger into the community', async () => {
  const id = await approved();
  const { code, url } = await invite(id, owner);
  expect(url).toContain(code);
  const clerk = await makePerson(cloud);
  expect(await accept(code, clerk)).toMatchObject({ id, isClerk: true });
  expect(await rolesOf(clerk)).toEqual(['rider', 'merchant_clerk']);
  const other = await makePerson(cloud);
  expect((await accept(code, other)).code).toBe('invitation_unknown');
  const again = await invite(id, owner);
  expect((await accept(again.code, clerk)).code).toBe('clerk_already');
  expect(await accept(again.code, other)).toMatchObject({ isClerk: true });
  const clerks = (await get(cloud, `/api/merchants/${id}/clerks`, clerk.headers)).json<{ items: Clerk[] }>();
  expect(clerks.items.map(({ person }) => person.personId)).toEqual([owner.id, clerk.id, other.id]);
});

test('an invitation ends after three days', async () => {
  const id = await approved();
  const { code } = await invite(id, owner);
  const clerk = await makePerson(cloud);
  cloud.clock.advance({ days: 3, hours: 1 });
  expect((await accept(code, clerk)).code).toBe('invitation_unknown');
  cloud.clock.set(monday9);
});

test('a clerk who is taken out serves there no more, at once; the role goes with the last shop', async () => {
  const id = await approved();
  const clerk = await makePerson(cloud);
  await accept((await invite(id, owner)).code, clerk);
  expect((await get(cloud, `/api/merchants/${id}/codes`, clerk.headers)).statusCode).toBe(200);
  const answer = await cloud.app.inject({
    method: 'DELETE',
    url: `/api/merchants/${id}/clerks/${clerk.id}`,
    headers: owner.headers,
  });
  expect(answer.statusCode).toBe(204);
  expect((await get(cloud, `/api/merchants/${id}/codes`, clerk.headers)).statusCode).toBe(404);
  expect(await rolesOf(clerk)).toEqual(['rider']);
});

test('a clerk changes hours and phone; what is not named stays', async () => {
  const id = await approved();
  const update = async (payload: object) =>
    (
      await cloud.app.inject({
        method: 'PATCH',
        url: `/api/merchants/${id}`,
        headers: owner.headers,
        payload,
      })
    ).json<Merchant>();
  expect(await update({ trustsPrintedCode: true })).toMatchObject({
    trustsPrintedCode: true,
    phone: shop.phone,
  });
  expect(await update({ phone: null })).toMatchObject({ phone: null, trustsPrintedCode: true });
});

test('a shop’s code leads to the shop, checks in nowhere, and explains itself once replaced', async () => {
  const id = await approved();
  const codes = (await get(cloud, `/api/merchants/${id}/codes`, owner.headers)).json<PlaceCodes>();
  const resolve = async (code: string) =>
    (await get(cloud, `/api/codes/${code}`)).json<ResolvedCode & Refused>();
  expect(await resolve(codes.printed.id)).toMatchObject({
    target: 'merchant',
    targetId: id,
    name: '巷口小吃',
  });
  const visit = await checkIn(cloud, owner.headers, { code: codes.printed.id });
  expect(visit.json()).toMatchObject({ code: 'not_a_station_code' });
  const replaced = (await post(cloud, `/api/merchants/${id}/codes`, owner.headers, {})).json<PlaceCodes>();
  expect(replaced.printed.id).not.toBe(codes.printed.id);
  expect((await resolve(codes.printed.id)).code).toBe('code_revoked');
  expect((await resolve(replaced.printed.id)).targetId).toBe(id);
});
