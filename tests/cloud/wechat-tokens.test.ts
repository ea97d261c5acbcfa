import { createSharedTokens } from '../../src/cloud/platform/shared-tokens';
import { createMiniProgram } from '../../src/cloud/platform/wechat/mini-program';
import { createOfficialAccount } from '../../src/cloud/platform/wechat/official-account';
import { pageSignature } from '../../src/cloud/platform/wechat/official-account';
import { monday9 } from '../support/cloud';
import { startIdentityCloud, type IdentityCloud } from '../support/identity-cloud';

let world: IdentityCloud;
beforeAll(async () => {
  world = await startIdentityCloud();
});
beforeEach(async () => {
  world.cloud.clock.set(monday9);
  world.wechat.expireTokens();
  await world.cloud.database.script('delete from shared_tokens; delete from rate_limits');
});
afterAll(() => world.close());

/** What one instance has; several on one database are several of these. */
function instance() {
  const { database, clock, settings } = world.cloud;
  const tokens = createSharedTokens({ database, clock });
  const { wechat, officialAccount } = settings;
  if (!wechat || !officialAccount) throw new Error('WeChat is not set up');
  return {
    app: createMiniProgram(wechat, tokens, 'formal'),
    account: createOfficialAccount(officialAccount, tokens, clock),
  };
}

const code = { scene: 's=7h2k9m4p3w', page: 'check-ins/rider/new' };
const asked = (path: string) => world.wechat.calls().filter((call) => call.path === path).length;
/** How often a path was asked while something ran. */
async function countOf(path: string, work: () => Promise<unknown>): Promise<number> {
  const before = asked(path);
  await work();
  return asked(path) - before;
}
const stableToken = '/cgi-bin/stable_token';

test('many calls at once on many instances fetch one token', async () => {
  const instances = [instance(), instance(), instance()];
  const fetched = await countOf(stableToken, () =>
    Promise.all(instances.flatMap(({ app }) => Array.from({ length: 10 }, () => app.miniProgramCode(code)))),
  );
  expect(fetched).toBe(1);
});

test('many pages signed at once fetch one ticket', async () => {
  const instances = [instance(), instance()];
  const fetched = await countOf('/cgi-bin/ticket/getticket', () =>
    Promise.all(
      instances.flatMap(({ account }) =>
        Array.from({ length: 10 }, () => account.signPage('https://nuanxin.test/')),
      ),
    ),
  );
  expect(fetched).toBe(1);
});

test('it is renewed five minutes before its end, not earlier', async () => {
  const { app } = instance();
  await app.miniProgramCode(code);
  world.cloud.clock.advance({ minutes: 114 });
  expect(await countOf(stableToken, () => app.miniProgramCode(code))).toBe(0);
  world.cloud.clock.advance({ minutes: 2 });
  expect(await countOf(stableToken, () => app.miniProgramCode(code))).toBe(1);
});

test('one that WeChat took back is fetched anew, once, and the call is made again', async () => {
  const { app } = instance();
  await app.miniProgramCode(code);
  world.wechat.expireTokens();
  expect(await countOf(stableToken, () => app.miniProgramCode(code))).toBe(1);
});

test('where WeChat gives none, all who wait are told, and the next call asks again', async () => {
  const { app } = instance();
  world.wechat.failNext(40_125, stableToken);
  const answers = await Promise.allSettled([app.miniProgramCode(code), app.miniProgramCode(code)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await app.miniProgramCode(code)).contentType).toBe('image/png');
});

test('a page is signed for WeChat’s JS-SDK; another site’s is not', async () => {
  const url = 'https://nuanxin.test/?a=1';
  const signed = await world.call<Awaited<ReturnType<ReturnType<typeof instance>['account']['signPage']>>>(
    'GET',
    `/api/wechat/signature?url=${encodeURIComponent(`${url}#/home`)}`,
  );
  const row = await world.cloud.database.row({
    name: 'test_ticket',
    text: `select value from shared_tokens where name like 'wechat-ticket:%'`,
    row: { value: '' },
  });
  expect(signed.signature).toBe(pageSignature(row?.value ?? '', signed.nonce, signed.timestamp, url));
  const other = await world.call('GET', '/api/wechat/signature?url=https%3A%2F%2Fevil.example%2F');
  expect(other.code).toBe('invalid_input');
});

test('a picture is told from an error by its bytes; a scene that needs encoding is never sent', async () => {
  const { app } = instance();
  expect((await app.miniProgramCode(code)).bytes.subarray(1, 4).toString()).toBe('PNG');
  world.wechat.failNext(41_030, '/wxa/getwxacodeunlimit');
  await expect(app.miniProgramCode(code)).rejects.toMatchObject({ errcode: 41_030 });
  await expect(app.miniProgramCode({ ...code, scene: '站点=1' })).rejects.toThrow('scene');
  await expect(app.miniProgramCode({ ...code, scene: 'x'.repeat(33) })).rejects.toThrow('scene');
});
