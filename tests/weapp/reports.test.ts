import sharp from 'sharp';
import type { Report } from '../../src/contract/reports';
import { homeTexts } from '../../src/client/home/texts';
import { reportCategoryTexts } from '../../src/client/reports/report-text';
import { detailTexts, emergencyTexts, mineTexts, newTexts } from '../../src/client/reports/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { joinCommunity } from '../../src/contract/members';
import { draftTexts, writingTexts } from '../../src/client/ui/draft-texts';
import { positionConsentTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import { phonePhoto } from '../support/photos';
import type { MiniProgram } from './harness/mini-program';
import { keptSession, putAway, signInWithWechat, takePhone, walkOn } from './rider-phone';

process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const platform = 'weapp' as const;
const here = { latitude: outang.noodles.at.lat, longitude: outang.noodles.at.lng, accuracy: 20 };

/** The camera takes a picture of its own each time; WeChat makes pictures smaller. */
function withCamera(phone: MiniProgram): void {
  let taken = 0;
  const { disk } = phone.phone;
  phone.stub('chooseMedia', async () => {
    const path = `http://tmp/${++taken}.jpg`;
    disk.set(path, await phonePhoto(2_400, 1_800));
    return {
      tempFiles: [{ tempFilePath: path, size: disk.get(path)?.length, fileType: 'image' }],
      type: 'image',
    };
  });
  phone.stub('getImageInfo', async ({ src }) => {
    const { width, height } = await sharp(disk.get(String(src))).metadata();
    return { width, height, path: src, orientation: 'up', type: 'jpeg' };
  });
  phone.stub('compressImage', async ({ src, compressedWidth, compressedHeight }) => {
    const path = `${String(src)}-small.jpg`;
    const size = { width: compressedWidth as number, height: compressedHeight as number };
    const small = sharp(disk.get(String(src)))
      .rotate()
      .resize(size)
      .jpeg({ quality: 80 });
    disk.set(path, await small.toBuffer());
    return { tempFilePath: path };
  });
}

const tokenOf = (phone: MiniProgram) => keptSession(phone.runtime.exportStorage())?.token ?? '';

async function ask<Answer>(path: string, token: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await fetch(cloud.url + path, { ...init, headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

const reportsOf = async (token: string) => (await ask<{ items: Report[] }>('/api/reports/mine', token)).items;

/** Signed in, and a member of the community. */
async function signedIn(openid: string): Promise<void> {
  mp = takePhone(cloud, { openid });
  withCamera(mp);
  mp.phone.standAt(here);
  mp.runtime.launch();
  mp.runtime.tapTab('我的');
  await mp.press(meTexts.signIn);
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  const path = joinCommunity.path.replace(':communityId', outang.id);
  await ask(path, tokenOf(mp), { method: joinCommunity.method, body: '{}' });
  mp.runtime.tapTab('首页');
  await mp.seeText(homeTexts.report);
}

test('a rider photographs a hazard, sends it and follows what becomes of it', async () => {
  await signedIn('rider-of-reports');
  await recordJourney({ name: 'report a hazard', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('the camera opens at once', async () => {
      await mp.press(homeTexts.report);
      await mp.seeText(newTexts.photosHint(6));
      await mp.until(() => mp.all('.photo-grid__one').length === 1);
    });
    await step('category', async () => {
      await mp.press(reportCategoryTexts.e_bike_charging);
      await mp.seeText(emergencyTexts.title);
    });
    await step('place', async () => {
      await mp.press(newTexts.here);
      await mp.press(positionConsentTexts.agree);
      await mp.seeText('手机定位，误差约 20 米');
    });
    await step('send', async () => {
      await mp.press(writingTexts.submit);
      await mp.seeText(detailTexts.sent);
    });
    await step('among mine', async () => {
      await mp.call('navigateTo', { url: '/reports/rider/mine' });
      await mp.until(() => mp.all('.report-line').length === 1);
      await mp.seeText(mineTexts.open);
    });
  });
  const [report, ...others] = await reportsOf(tokenOf(mp));
  expect(others).toEqual([]);
  expect(report).toMatchObject({ category: 'e_bike_charging', isMine: true });
  // What was taken lying on its side stands upright.
  expect(report?.photo?.height).toBeGreaterThan(report?.photo?.width ?? 0);
  expect([...mp.phone.disk.keys()].filter((path) => path.startsWith('http://usr/'))).toEqual([]);
});

test('without a network it waits on the phone, with its photo, and leaves with the network', async () => {
  await signedIn('rider-without-network');
  mp.phone.goOffline();
  await mp.press(homeTexts.report);
  await mp.until(() => mp.all('.photo-grid__one').length === 1);
  await mp.press(reportCategoryTexts.road_manhole);
  await mp.press(newTexts.here);
  await mp.press(positionConsentTexts.agree);
  await mp.seeText('手机定位，误差约 20 米');
  await mp.press(writingTexts.submit);
  await mp.seeText(draftTexts.offline);
  expect(await reportsOf(tokenOf(mp))).toEqual([]);
  mp.phone.goOnline();
  await mp.until(() => mp.all('.draft-card').length === 0);
  await mp.until(() => mp.all('.report-line').length === 1);
  expect(await reportsOf(tokenOf(mp))).toHaveLength(1);
});
