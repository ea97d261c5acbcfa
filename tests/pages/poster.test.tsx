import { resolveCode } from '../../src/contract/codes';
import Poster from '../../src/client/codes/desk/poster';
import { signedInRider, stationNamed } from './support/rider';
import { all, gone, press, seen, until } from './support/screen';
import { ownShop } from './support/shop';

const sheet = () => {
  const [picture] = all('.poster-preview__sheet img, img.poster-preview__sheet, .poster-preview__sheet');
  return decodeURIComponent(picture?.getAttribute('src') ?? '');
};
const holds = (text: string) => until(() => sheet().includes(text));

test('a station on paper: in each format, printed and as files', async () => {
  const staff = await signedInRider('staff');
  const { id, name } = await stationNamed('党群服务中心');
  await staff.open(Poster, { target: 'station', id });
  await holds('7H2K9M4P3W');
  await holds('歇脚签到');
  await holds('width="210mm" height="297mm" viewBox="0 0 105');
  await press('A4 裁四张');
  await holds('viewBox="0 0 210 297"');
  await press('A6');
  await holds('width="105mm"');
  await press('打印');
  await press('下载矢量图（SVG）');
  await press('下载图片（PNG）');
  await until(() => staff.device.done.includes(`hand over ${name}-海报-A6.png`));
  expect(staff.device.done[0]).toBe('print');
  expect(staff.device.done[1]).toMatch(new RegExp(`^save ${name}-海报-A6.svg <svg`));
});

test('a code is replaced after asking; the old one explains itself', async () => {
  const staff = await signedInRider('staff');
  const { merchantId: id } = await ownShop('海报面馆');
  await staff.open(Poster, { target: 'merchant', id });
  await holds('暖心联盟商户');
  const before = /[A-Z0-9]{10}(?=<\/text>)/.exec(sheet())?.[0] ?? '';
  await press('换一个新码');
  await seen('旧海报上的码马上停用');
  (await until(() => all('.bottom-sheet .action-button')[0])).click();
  await until(() => staff.device.done.includes('toast 已换新码，请重新打印'));
  await until(() => !sheet().includes(before));
  const asked = staff.root.api.call(resolveCode, { code: before.toLowerCase() });
  await expect(asked).rejects.toMatchObject({ failure: { code: 'code_revoked' } });
});

test('WeChat’s code is shown where it can be had, and why not where it cannot', async () => {
  const staff = await signedInRider('staff');
  const { id } = await stationNamed('采莲路');
  await staff.open(Poster, { target: 'station', id });
  await press('小程序码');
  await seen('再试一次');
  await press('二维码');
  await gone('再试一次');
});

test('is refused to those who do not work here', async () => {
  const rider = await signedInRider('rider-2');
  const { id } = await stationNamed('采莲路');
  await rider.open(Poster, { target: 'station', id });
  await seen('没有权限');
});
