import SignIn from '../../src/client/sessions/rider/sign-in';
import Me from '../../src/client/settings/rider/me';
import Privacy from '../../src/client/settings/rider/privacy';
import Consents from '../../src/client/settings/rider/consents';
import Settings from '../../src/client/settings/rider/settings';
import { newRider, signedInRider } from './support/rider';
import { all, control, press, seen, until } from './support/screen';

test('signs in after the privacy notice was agreed to, never before', async () => {
  const { device, root, open } = newRider();
  await open(SignIn);
  await press('陈师傅');
  await seen('请先勾选：已满 14 周岁，同意隐私说明');
  expect(root.sessions.isSignedIn).toBe(false);
  expect(control('我已满 14 周岁，读过并同意《隐私说明》')?.getAttribute('aria-checked')).toBe('false');
  (await until(() => document.querySelector<HTMLElement>('.agreement__tick'))).click();
  await until(() => document.querySelector('.agreement__tick')?.getAttribute('aria-checked') === 'true');
  await press('陈师傅');
  await until(() => device.done.includes('back /settings/rider/me'));
  expect(root.sessions.me?.nickname).toBe('陈师傅');
  expect(root.settings.hasAgreedToPrivacy).toBe(true);
});

test('says why signing in with WeChat did not work', async () => {
  const { device, open, root } = newRider();
  device.wechatCode = 'no-such-code';
  root.settings.agreeToPrivacy();
  await open(SignIn);
  await press('微信登录');
  await until(() => all('.notice--danger').length === 1);
  expect(root.sessions.isSignedIn).toBe(false);
});

test('shows who I am, and signs out after asking', async () => {
  const { root, open } = await signedInRider('staff');
  await open(Me);
  await seen('社区工作人员');
  await press('退出登录');
  await seen('确定退出登录？');
  all('.bottom-sheet .action-button')[0]?.click();
  await seen('还没有登录');
  expect(root.sessions.isSignedIn).toBe(false);
});

test('changes the text size, and keeps it', async () => {
  const { root, open } = newRider();
  await open(Settings);
  await press('大字');
  await until(() => all('.screen.text-large').length === 1);
  expect(control('大字')?.getAttribute('aria-checked')).toBe('true');
  expect(root.settings.textSize).toBe('large');
});

test('takes back the consent to use the position, signed in or not', async () => {
  const { root, open } = newRider();
  root.settings.givePosition();
  await open(Consents);
  await press('使用位置');
  await until(() => control('使用位置')?.getAttribute('aria-checked') === 'false');
  expect(root.settings.consents.position).toBe('refused');
});

test('what was answered on the device reaches the cloud once somebody is signed in', async () => {
  const { root, open } = await signedInRider('rider-2');
  root.settings.givePosition();
  await open(Consents);
  await until(() => root.consents.stateOf('position') === 'given');
  await press('公开照片');
  await until(() => control('公开照片')?.getAttribute('aria-checked') === 'true');
  await press('公开照片');
  await until(() => root.consents.stateOf('photo_publication') === 'withdrawn');
});

test('someone under 14 is told kindly whom to ask', async () => {
  const { open } = newRider();
  await open(SignIn);
  await press('未满 14 周岁？');
  await seen('请爸爸妈妈或其他监护人联系社区党群服务中心');
});

test('says in plain words what is used, why, how long, and what one can do', async () => {
  const { open } = newRider();
  await open(Privacy);
  for (const words of ['谁在用您的信息', '存多久', '不记录路线', '您可以做什么', '怎么找到我们'])
    await seen(words);
});
