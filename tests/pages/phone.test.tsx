import Phone from '../../src/client/sessions/rider/phone';
import SignIn from '../../src/client/sessions/rider/sign-in';
import { newRider, signedInRider } from './support/rider';
import { all, gone, press, seen, until } from './support/screen';

async function type(label: string, text: string): Promise<void> {
  const input = await until(() => document.querySelector<HTMLInputElement>(`[aria-label="${label}"] input`));
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a wrong number is said beside its field, before anything is sent', async () => {
  const { device, root, open } = newRider();
  root.settings.agreeToPrivacy();
  await open(SignIn);
  await type('手机号', '1380013');
  await press('获取验证码');
  await seen('请填 11 位手机号');
  expect(device.http.log.some((line) => line.includes('phone-codes'))).toBe(false);
});

test('a code is sent, another can be asked for in a minute, and a wrong one is said beside its field', async () => {
  const { root, open } = newRider();
  root.settings.agreeToPrivacy();
  await open(SignIn);
  await type('手机号', '138 0013 0101');
  await press('获取验证码');
  await seen('验证码已发到 138 0013 0101');
  await seen('秒后可重新获取');
  await type('验证码', '12');
  await press('登录');
  await seen('请填短信里的 6 位数字');
  await type('验证码', '000000');
  await press('登录');
  await seen('验证码不对或已过期');
  expect(root.sessions.isSignedIn).toBe(false);
});

test('nothing typed is lost when there is no network', async () => {
  const { device, root, open } = newRider();
  root.settings.agreeToPrivacy();
  await open(SignIn);
  await type('手机号', '13800130102');
  device.goOffline();
  await press('获取验证码');
  await seen('没有网络');
  expect(document.querySelector<HTMLInputElement>('[aria-label="手机号"] input')?.value).toBe('13800130102');
});

test('before a number is asked for its use is explained; a no leads back and blocks nothing', async () => {
  const { device, root, open } = await signedInRider('rider-3');
  await open(Phone);
  await seen('用一下您的手机号，好吗？');
  await press('先不绑');
  await until(() => device.done.some((line) => line.startsWith('back')));
  await until(() => root.consents.stateOf('phone') === 'refused');
});

test('after a yes the question is gone', async () => {
  const { root, open } = await signedInRider('rider-2');
  await open(Phone);
  await seen('用一下您的手机号，好吗？');
  all('.bottom-sheet .action-button')[0]?.click();
  await gone('用一下您的手机号，好吗？');
  expect(root.consents.stateOf('phone')).toBe('given');
});
