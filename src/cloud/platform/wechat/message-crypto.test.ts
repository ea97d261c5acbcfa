import { decryptMessage, encryptMessage, isSignedBy, signatureOf } from './message-crypto';
import { pageSignature } from './official-account';

const key = Buffer.from(`abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG=`, 'base64');

test.each([
  ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
  ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
])('WeChat’s example %s %s is signed %s', (timestamp, nonce, signature) => {
  expect(signatureOf('AAAAA', timestamp, nonce)).toBe(signature);
  expect(isSignedBy(signature, 'AAAAA', timestamp, nonce)).toBe(true);
  expect(isSignedBy(signature, 'AAAAB', timestamp, nonce)).toBe(false);
  expect(isSignedBy('', 'AAAAA', timestamp, nonce)).toBe(false);
});

test('WeChat’s example of a page for the JS-SDK, what follows # left out', () => {
  const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg';
  const url = 'http://mp.weixin.qq.com?params=value#/home';
  expect(pageSignature(ticket, 'Wm3WZYTPz0wzccnW', 1_414_587_457, url)).toBe(
    '0f9de62fce790f9a083d5c99e95740ceb90c27ed',
  );
});

test.each(['', '短', 'x'.repeat(31), '{"Event":"sent","List":[]}', '字'.repeat(500)])(
  'what is encrypted is read again: %j',
  (message) => {
    expect(decryptMessage(key, encryptMessage(key, message, 'wx-app'))).toEqual({ message, appId: 'wx-app' });
  },
);

test('another key, a changed or a cut message is not read', () => {
  const encrypted = encryptMessage(key, '{"Event":"sent"}', 'wx-app');
  const other = Buffer.alloc(32, 7);
  const bytes = Buffer.from(encrypted, 'base64');
  // A bit of the block before the last turns the same bit of the last: there the padding is wrong, whatever the key.
  const before = bytes.length - 17;
  bytes[before] = (bytes[before] ?? 0) ^ 0x80;
  expect(() => decryptMessage(other, encrypted)).toThrow();
  expect(() => decryptMessage(key, bytes.toString('base64'))).toThrow();
  expect(() => decryptMessage(key, bytes.subarray(0, 17).toString('base64'))).toThrow();
});
