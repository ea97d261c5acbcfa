import type { ProblemBody } from '../../src/contract/http';
import type { Me } from '../../src/contract/people';
import type { DemoAccount, MySession, Session } from '../../src/contract/sessions';
import { statement } from '../../src/cloud/platform/database';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { agreement } from '../support/identity-cloud';
import { startWechatStandIn, type WechatStandIn } from '../support/wechat-stand-in';

let wechat: WechatStandIn;
let cloud: TestCloud;
beforeAll(async () => {
  wechat = await startWechatStandIn({ appId: 'wx-test', secret: 'secret-of-the-test' });
  const settings = { wechat: { appId: 'wx-test', secret: 'secret-of-the-test', apiUrl: wechat.url } };
  cloud = await startTestCloud({ settings });
});
afterAll(async () => {
  await cloud.close();
  await wechat.close();
});

const me = (headers: { authorization: string }) => cloud.app.inject({ url: '/api/me', headers });
const withWechat = (code: string) =>
  cloud.app.inject({ method: 'POST', url: '/api/sessions/wechat', payload: { code, agreement } });
const countPeople = statement<{ people: number }>('test_people', 'select count(*) as people from people');

describe('a session', () => {
  test('knows who it is, and ends at once when signed out, alone', async () => {
    const [one, other] = [await cloud.signIn('rider'), await cloud.signIn('rider')];
    expect((await me(one)).json<Me>()).toMatchObject({ memberships: [{ roles: ['rider'] }] });

    // As WeChat sends it: with a content type and no content.
    const headers = { ...one, 'content-type': 'application/json' };
    const left = await cloud.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers });
    expect(left.statusCode).toBe(204);
    expect((await me(one)).json<ProblemBody>()).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect((await me(other)).statusCode).toBe(200);
  });

  test('lasts 30 days from its last use', async () => {
    const headers = await cloud.signIn('rider');
    for (let use = 0; use < 3; use += 1) {
      cloud.clock.advance({ days: 29 });
      expect((await me(headers)).statusCode).toBe(200);
    }
    cloud.clock.advance({ days: 30, seconds: 1 });
    expect((await me(headers)).statusCode).toBe(401);
  });

  test('is kept as a hash only', async () => {
    const headers = await cloud.signIn('rider');
    const token = headers.authorization.slice('Bearer '.length);
    const rows = await cloud.database.rows(
      statement<{ row: string }>('test_sessions', 'select sessions::text as row from sessions'),
    );
    expect(rows.length).toBeGreaterThan(0);
    const secret = Buffer.from(token, 'base64url').toString('hex');
    expect(rows.some(({ row }) => row.includes(token) || row.includes(secret))).toBe(false);
  });

  test.each(['Bearer nonsense', `Bearer ${'A'.repeat(43)}`, 'Basic cmlkZXI6', ''])(
    '%j is nobody',
    async (authorization) => {
      expect((await me({ authorization })).json<ProblemBody>().code).toBe('unauthenticated');
      const open = await cloud.app.inject({ url: '/api/communities', headers: { authorization } });
      expect(open.statusCode).toBe(200);
    },
  );

  test('a role given or taken counts from the next request on', async () => {
    const headers = await cloud.signIn('rider');
    const { id, memberships } = (await me(headers)).json<Me>();
    await cloud.database.transaction(async (tx) => {
      const set = statement<object>(
        'test_set_roles',
        'update memberships set roles = $2 where person_id = $1',
      );
      await tx.run(set, [id, ['rider', 'staff']]);
      await cloud.changes.announce(tx, 'sessions', id);
    });
    expect((await me(headers)).json<Me>().memberships[0]?.roles).toEqual(['rider', 'staff']);
    expect(memberships[0]?.roles).toEqual(['rider']);
  });
});

describe('my sessions', () => {
  const sessionsOf = async (headers: { authorization: string }) => {
    const answer = await cloud.app.inject({ url: '/api/sessions', headers });
    return answer.json<{ items: MySession[] }>().items;
  };
  const end = (headers: { authorization: string }, path = '') =>
    cloud.app.inject({ method: 'DELETE', url: `/api/sessions${path}`, headers });
  const on = async (agent: string) => {
    const headers = { 'user-agent': agent };
    const payload = { account: 'rider-2' };
    const answer = await cloud.app.inject({ method: 'POST', url: '/api/sessions/demo', payload, headers });
    return { authorization: `Bearer ${answer.json<Session>().token}` };
  };

  test('are listed with their device, the last used first, this one marked; another’s are not', async () => {
    const phone = await on('Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile MicroMessenger/8.0');
    cloud.clock.advance({ days: 2 });
    const desk = await on('Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36');
    const listed = await sessionsOf(desk);
    expect(listed.slice(0, 2).map(({ device, isCurrent }) => [device, isCurrent])).toEqual([
      ['Windows 电脑 · Chrome', true],
      ['安卓手机 · 微信', false],
    ]);
    const ids = listed.map(({ id }) => id);
    const others = await sessionsOf(await cloud.signIn('rider-3'));
    expect(others.some(({ id }) => ids.includes(id))).toBe(false);
    expect((await sessionsOf(phone)).find(({ isCurrent }) => isCurrent)?.device).toBe('安卓手机 · 微信');
  });

  test('end one by one; one of another person is not found', async () => {
    const [phone, desk] = [await on('Android'), await on('Windows')];
    const [, first] = await sessionsOf(desk);
    const stranger = await cloud.signIn('rider-3');
    expect((await end(stranger, `/${first?.id ?? ''}`)).json<ProblemBody>().code).toBe('not_found');
    expect((await me(phone)).statusCode).toBe(200);
    expect((await end(desk, `/${first?.id ?? ''}`)).statusCode).toBe(204);
    expect((await me(phone)).statusCode).toBe(401);
    expect((await me(desk)).statusCode).toBe(200);
  });

  test('end all at once', async () => {
    const [phone, desk] = [await on('Android'), await on('Windows')];
    expect((await end(desk)).statusCode).toBe(204);
    expect([(await me(phone)).statusCode, (await me(desk)).statusCode]).toEqual([401, 401]);
  });
});

describe('demonstration sign-in', () => {
  test('offers one account or more for every role', async () => {
    const answer = await cloud.app.inject({ url: '/api/sessions/demo-accounts' });
    const offered = answer.json<{ items: DemoAccount[] }>().items.map(({ role }) => role);
    expect(new Set(offered)).toEqual(
      new Set([
        'rider',
        'grid_member',
        'merchant_clerk',
        'activity_leader',
        'department_officer',
        'staff',
        'organiser',
        'admin',
        'auditor',
      ]),
    );
  });

  test('an unknown account is refused, naming the field', async () => {
    const payload = { account: 'nobody' };
    const answer = await cloud.app.inject({ method: 'POST', url: '/api/sessions/demo', payload });
    expect(answer.json<ProblemBody>()).toMatchObject({
      code: 'not_found',
      fields: { account: '没有这个演示账号' },
    });
  });

  test('is off where the demonstration is off', async () => {
    const real = await startTestCloud({ settings: { isDemo: false } });
    const list = await real.app.inject({ url: '/api/sessions/demo-accounts' });
    expect(list.json<ProblemBody>()).toMatchObject({ code: 'demo_off', status: 404 });
    await expect(real.signIn('rider')).rejects.toThrow('404');
    await real.close();
  });
});

describe('WeChat sign-in', () => {
  test('the same openid is the same person, and the session key goes nowhere', async () => {
    const first = (await withWechat(wechat.issueCode('openid-1'))).json<Session>();
    const again = (await withWechat(wechat.issueCode('openid-1'))).json<Session>();
    expect(again.me.id).toBe(first.me.id);
    expect(again.token).not.toBe(first.token);
    expect(Object.keys(first).sort()).toEqual(['expiresAt', 'me', 'token']);
  });

  test('a new openid that signs in twice at once makes one person', async () => {
    const before = await cloud.database.row(countPeople);
    const codes = Array.from({ length: 8 }, () => wechat.issueCode('openid-at-once'));
    const answers = await Promise.all(codes.map(withWechat));
    expect(new Set(answers.map((answer) => answer.json<Session>().me.id)).size).toBe(1);
    expect((await cloud.database.row(countPeople))?.people).toBe((before?.people ?? 0) + 1);
  });

  test.each([
    ['agreed to nothing', undefined, 'agreement_required', 422],
    ['agreed to an older notice', { ...agreement, noticeVersion: '2020-01-01' }, 'notice_outdated', 409],
    ['is under 14', { ...agreement, isOldEnough: false }, 'under_age', 403],
  ])('of a newcomer who %s nothing is kept', async (_what, given, code, status) => {
    const before = await cloud.database.row(countPeople);
    const payload = { code: wechat.issueCode('openid-young'), ...(given && { agreement: given }) };
    const answer = await cloud.app.inject({ method: 'POST', url: '/api/sessions/wechat', payload });
    expect(answer.json<ProblemBody>()).toMatchObject({ code, status });
    expect(await cloud.database.row(countPeople)).toEqual(before);
    const kept = statement<object>('test_openid', `select 1 from identities where subject = 'openid-young'`);
    expect(await cloud.database.row(kept)).toBeUndefined();
  });

  test('who is known already need not agree again', async () => {
    await withWechat(wechat.issueCode('openid-known'));
    const payload = { code: wechat.issueCode('openid-known') };
    const answer = await cloud.app.inject({ method: 'POST', url: '/api/sessions/wechat', payload });
    expect(answer.json<Session>().me.agreedNotice).toBe(agreement.noticeVersion);
  });

  test('a code works once', async () => {
    const code = wechat.issueCode('openid-2');
    expect((await withWechat(code)).statusCode).toBe(201);
    expect((await withWechat(code)).json<ProblemBody>()).toMatchObject({
      code: 'wechat_code_refused',
      status: 401,
    });
  });

  test.each([
    [40226, 'wechat_blocked', 403],
    [45011, 'wechat_unavailable', 503],
    [-1, 'wechat_unavailable', 503],
  ])('WeChat’s error %i is answered with %s', async (errcode, code, status) => {
    wechat.failNext(errcode);
    expect((await withWechat(wechat.issueCode('openid-3'))).json<ProblemBody>()).toMatchObject({
      code,
      status,
    });
  });
});

if (process.env['DATABASE_URL']) {
  test('signing out on one instance ends the session on another', async () => {
    const there = await startTestCloud({ databaseUrl: cloud.settings.databaseUrl ?? '' });
    const headers = await cloud.signIn('rider');
    const meThere = () => there.app.inject({ url: '/api/me', headers });
    expect((await meThere()).statusCode).toBe(200);
    const heard = new Promise<void>((done) => there.changes.on('sessions', () => done()));
    await cloud.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers });
    await heard;
    expect((await meThere()).statusCode).toBe(401);
    await there.close();
  });
}
