import { encryptMessage, signatureOf } from '../../src/cloud/platform/wechat/message-crypto';
import { monday9, startTestCloud, type TestCloud } from '../support/cloud';

const token = 'AAAAA';
const appId = 'wxba5fad812f8e6fb9';
const aesKey = Buffer.from(`abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=`, 'base64');

let plain: TestCloud;
let safe: TestCloud;
const heard: unknown[] = [];
let failures = 0;
beforeAll(async () => {
  plain = await startTestCloud({ settings: { wechatPush: { token, aesKey: null, appId } } });
  safe = await startTestCloud({ settings: { wechatPush: { token, aesKey, appId } } });
  for (const cloud of [plain, safe]) {
    cloud.wechatMessages.onEvent('test_event', (_tx, message) => {
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new Error('busy'));
      }
      heard.push(message['what']);
      return Promise.resolve();
    });
  }
});
beforeEach(async () => {
  heard.length = 0;
  failures = 0;
  for (const cloud of [plain, safe]) {
    cloud.clock.set(monday9);
    await cloud.database.script('delete from wechat_messages');
  }
});
afterAll(async () => {
  await plain.close();
  await safe.close();
});

const seconds = (cloud: TestCloud) => String(Math.floor(cloud.clock.now().getTime() / 1_000));
const message = (what: string) => JSON.stringify({ MsgType: 'event', Event: 'test_event', what });

function send(cloud: TestCloud, query: Record<string, string>, payload: string) {
  return cloud.app.inject({
    method: 'POST',
    url: `/api/wechat/messages?${new URLSearchParams(query).toString()}`,
    headers: { 'content-type': 'text/plain' },
    payload,
  });
}

function sendPlain(what: string, { nonce = 'n1', timestamp = seconds(plain) } = {}) {
  const signature = signatureOf(token, timestamp, nonce);
  return send(plain, { signature, timestamp, nonce }, message(what));
}

function sendSafe(what: string, { key = aesKey, app = appId, nonce = 'n1' } = {}) {
  const encrypted = encryptMessage(key, message(what), app);
  const timestamp = seconds(safe);
  const query = { signature: signatureOf(token, timestamp, nonce), timestamp, nonce };
  const msgSignature = signatureOf(token, timestamp, nonce, encrypted);
  return send(
    safe,
    { ...query, msg_signature: msgSignature, encrypt_type: 'aes' },
    JSON.stringify({ Encrypt: encrypted }),
  );
}

test('answers WeChat’s own example question with its echo, and nobody else', async () => {
  const query = {
    signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
    timestamp: '1714036504',
    nonce: '1514711492',
    echostr: '4375120948345356249',
  };
  const ask = (given: Record<string, string>) =>
    plain.app.inject({ url: `/api/wechat/messages?${new URLSearchParams(given).toString()}` });
  expect((await ask(query)).body).toBe('4375120948345356249');
  expect((await ask({ ...query, nonce: '1' })).statusCode).toBe(403);
});

test('a plain message is taken once, however often it comes', async () => {
  const answers = [
    await sendPlain('a'),
    await sendPlain('a'),
    await sendPlain('another under the same signature'),
  ];
  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(Array(3).fill([200, 'success']));
  expect(heard).toEqual(['a']);
});

test('ten of the same at once are one', async () => {
  await Promise.all(Array.from({ length: 10 }, () => sendPlain('b')));
  expect(heard).toEqual(['b']);
});

test('one that could not be handled is not taken: WeChat sends it again', async () => {
  failures = 1;
  expect((await sendPlain('c')).statusCode).toBe(500);
  expect((await sendPlain('c')).body).toBe('success');
  expect(heard).toEqual(['c']);
});

test('an old or a forged one is refused', async () => {
  const timestamp = seconds(plain);
  plain.clock.advance({ minutes: 5, seconds: 1 });
  expect((await sendPlain('d', { timestamp })).statusCode).toBe(403);
  const now = seconds(plain);
  expect(
    (await send(plain, { signature: '0'.repeat(40), timestamp: now, nonce: 'n' }, message('d'))).statusCode,
  ).toBe(403);
  expect((await send(plain, {}, 'no JSON')).statusCode).toBe(403);
  expect(heard).toEqual([]);
});

test('in safe mode an encrypted message is taken', async () => {
  expect((await sendSafe('e')).body).toBe('success');
  expect(heard).toEqual(['e']);
});

test.each([
  ['encrypted by another key', { key: Buffer.alloc(32, 7) }],
  ['meant for another app', { app: 'wx-other' }],
])('in safe mode a message %s is refused', async (_what, options) => {
  expect((await sendSafe('f', options)).statusCode).toBe(403);
  expect(heard).toEqual([]);
});

test('in safe mode a plain message is refused though its plain signature is right', async () => {
  const timestamp = seconds(safe);
  const signature = signatureOf(token, timestamp, 'n');
  expect((await send(safe, { signature, timestamp, nonce: 'n' }, message('g'))).statusCode).toBe(403);
  expect(heard).toEqual([]);
});

test('is closed where it is not set up', async () => {
  const none = await startTestCloud();
  const timestamp = seconds(none);
  const signature = signatureOf('', timestamp, 'n');
  expect((await send(none, { signature, timestamp, nonce: 'n' }, message('h'))).statusCode).toBe(403);
  await none.close();
});
