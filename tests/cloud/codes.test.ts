import { Value } from 'typebox/value';
import type { ResolvedCode } from '../../src/contract/codes';
import { resolveCodeSchemas } from '../../src/contract/codes.schema';
import type { PlaceCodes } from '../../src/contract/codes';
import { getStationCodesSchemas } from '../../src/contract/stations.schema';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';
import { checkIn, get, outang, post, type Headers } from '../support/outang';

let cloud: TestCloud;
let staff: Headers;
let rider: Headers;
beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await cloud.signIn('staff');
  rider = await cloud.signIn('rider');
});
beforeEach(async () => {
  cloud.clock.set(monday9);
  await cloud.database.script('delete from check_ins; delete from check_in_turns');
});
afterAll(() => cloud.close());

const text: unknown = expect.any(String);

const codesUrl = (id: string) => `/api/stations/${id}/codes`;
const codesOf = async (id: string) => (await get(cloud, codesUrl(id), staff)).json<PlaceCodes>();
const rotating = async () => (await codesOf(outang.centre.id)).rotating.url.split('/q/')[1] ?? '';
const scan = async (code: string, payload: object = {}) => {
  const answer = await checkIn(cloud, rider, { code, ...payload });
  return answer.json<{ evidence?: string; code?: string }>();
};

describe('a printed code', () => {
  test('stands for its station', async () => {
    const answer = await get(cloud, `/api/codes/${outang.centre.code}`);
    expect(Value.Check(resolveCodeSchemas.answer, answer.json())).toBe(true);
    expect(answer.json<ResolvedCode>()).toEqual({
      target: 'station',
      targetId: outang.centre.id,
      communityId: outang.id,
      name: '藕塘社区党群服务中心',
    });
  });

  test('that nobody knows is not found; an ill-formed one is refused, naming the field', async () => {
    const unknown = await get(cloud, '/api/codes/0123456789');
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { code: 'code_unknown' }]);
    const ill = await get(cloud, '/api/codes/hello');
    expect([ill.statusCode, ill.json()]).toMatchObject([400, { fields: { code: text } }]);
    expect(await scan('0123456789')).toMatchObject({ code: 'code_unknown' });
  });

  test('that was revoked says so, and staff get one new code however many ask at once', async () => {
    await cloud.database.script(
      `update codes set revoked_at = now() + interval '1 year' where id = '${outang.garden.code}'`,
    );
    const gone = await get(cloud, `/api/codes/${outang.garden.code}`);
    expect([gone.statusCode, gone.json()]).toMatchObject([410, { code: 'code_revoked' }]);
    expect(await scan(outang.garden.code)).toMatchObject({ code: 'code_revoked' });
    const asked = await Promise.all(Array.from({ length: 10 }, () => codesOf(outang.garden.id)));
    const ids = new Set(asked.map(({ printed }) => printed.id));
    expect(ids.size).toBe(1);
    expect([...ids][0]).not.toBe(outang.garden.code);
    expect(await scan([...ids][0] ?? '')).toMatchObject({ evidence: 'code' });
  });
});

describe('the codes of a station', () => {
  test('are for staff, organisers and admins', async () => {
    const statuses = await Promise.all(
      ['staff', 'organiser', 'admin', 'auditor', 'rider', 'merchant-clerk'].map(
        async (account) =>
          (await get(cloud, codesUrl(outang.centre.id), await cloud.signIn(account))).statusCode,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 403, 403, 403]);
    expect((await get(cloud, codesUrl(outang.centre.id))).statusCode).toBe(401);
  });

  test('are doors on our own address', async () => {
    const codes = await codesOf(outang.centre.id);
    expect(Value.Check(getStationCodesSchemas.answer, codes)).toBe(true);
    expect(codes.printed).toEqual({
      id: outang.centre.code,
      url: `https://nuanxin.test/q/${outang.centre.code}`,
    });
    expect(codes.rotating.url).toMatch(
      new RegExp(`^https://nuanxin.test/q/${outang.centre.code}\\.[0-9a-z]+\\.[\\w-]{22}$`),
    );
    expect(codes.rotating.expiresAt).toBe('2026-11-23T09:00:30+08:00');
  });
});

describe('a rotating code', () => {
  test.each([
    [0, { evidence: 'rotating' }],
    [59, { evidence: 'rotating' }],
    [60, { code: 'code_stale' }],
    [-1, { code: 'code_stale' }],
  ])('%s seconds after its window began answers %j', async (seconds, answer) => {
    const code = await rotating();
    cloud.clock.advance({ seconds });
    expect(await scan(code)).toMatchObject(answer);
  });

  test('with another signature, window or station is stale', async () => {
    const [id, window, signature = ''] = (await rotating()).split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    expect(await scan(`${id}.${window}.${other}${signature.slice(1)}`)).toMatchObject({ code: 'code_stale' });
    expect(await scan(`${id}.${window}0.${signature}`)).toMatchObject({ code: 'code_stale' });
    expect(await scan(`${outang.nightCorner.code}.${window}.${signature}`)).toMatchObject({
      code: 'code_stale',
    });
  });

  test('scanned offline and sent later counts as a printed one, if the screen showed it then', async () => {
    const code = await rotating();
    const phoneTime = cloud.clock.now().toISOString();
    cloud.clock.advance({ hours: 3 });
    expect(await scan(code, { phoneTime: '2026-11-23T09:05:00+08:00' })).toMatchObject({
      code: 'code_stale',
    });
    expect(await scan(code, { phoneTime })).toMatchObject({ evidence: 'code', isLate: true });
  });

  test('stands for its station however old', async () => {
    const code = await rotating();
    cloud.clock.advance({ days: 2 });
    expect((await get(cloud, `/api/codes/${code}`)).json()).toMatchObject({ targetId: outang.centre.id });
  });
});

describe('the door', () => {
  test.each([
    ['/q/7h2k9m4p3w', '7h2k9m4p3w'],
    ['/q/7h2k9m4p3w?from=camera', '7h2k9m4p3w'],
    ['/q/7h2k9m4p3w.abc.0123456789abcdefABCDEF', '7h2k9m4p3w.abc.0123456789abcdefABCDEF'],
    ['/q/', ''],
    ['/q/hello%20there', 'hello there'],
    ['/q//evil.example/', '/evil.example/'],
    ['/q/%0d%0aset-cookie:a=b', '\r\nset-cookie:a=b'],
    [`/q/${'x'.repeat(300)}`, 'x'.repeat(100)],
  ])('%s leads to the check-in page and nowhere else', async (url, code) => {
    const answer = await get(cloud, url);
    const location = String(answer.headers.location);
    expect([answer.statusCode, answer.body]).toEqual([302, '']);
    expect(location).toBe(`/#/check-ins/rider/new?code=${encodeURIComponent(code)}`);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('does not take what is posted', async () => {
    expect((await post(cloud, '/q/7h2k9m4p3w', {}, {})).statusCode).toBe(404);
  });
});
