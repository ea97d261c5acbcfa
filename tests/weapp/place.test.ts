import { positionTexts } from '../../src/client/merchants/form-texts';
import { membershipTexts } from '../../src/client/members/rider/texts';
import { meTexts } from '../../src/client/settings/texts';
import { placeTexts } from '../../src/client/ui/place-texts';
import { positionConsentTexts, privacySheetTexts } from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import { putAway, signInWithWechat, takePhone } from './rider-phone';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const { lat, lng } = outang.centre.at;
const gate = { name: '东门', address: '荷风路 1 号', latitude: 31.88612, longitude: 117.25513 };

/** A shop is being applied for, and its place is to be picked. */
async function openPicker(openid: string): Promise<void> {
  mp = takePhone(cloud, { openid });
  mp.runtime.launch('sessions/rider/sign-in');
  await signInWithWechat(mp);
  await mp.seeText(meTexts.signOut);
  await mp.press(meTexts.membership);
  await mp.press(membershipTexts.joinOne);
  await mp.seeText(membershipTexts.roles('骑手'));
  await mp.call('navigateTo', { url: '/merchants/shop/apply' });
  await mp.press(positionTexts.onMap);
  await mp.until(() => mp.all('wx-map').length === 1);
  expect(mp.map()).toMatchObject({ scale: 16, showLocation: false });
}

const field = (nth: number) => (mp.all('.position-field__pair input')[nth] as HTMLInputElement).value;

test('the map is moved under the pin; what WeChat moves by itself is nobody’s choice', async () => {
  await openPicker('shop-by-pin');
  const around = (at: { lat: number; lng: number }, causedBy: string) => ({
    causedBy,
    scale: 17,
    centerLocation: { latitude: at.lat, longitude: at.lng },
    region: {
      southwest: { latitude: at.lat - 0.002, longitude: at.lng - 0.001 },
      northeast: { latitude: at.lat + 0.002, longitude: at.lng + 0.001 },
    },
  });
  mp.moveMap(around({ lat, lng }, 'update'));
  await mp.settled();
  expect(mp.has(placeTexts.aimHint)).toBe(true);
  const before = mp.map()['latitude'];
  mp.moveMap(around({ lat: lat + 0.001, lng: lng + 0.001 }, 'drag'));
  await mp.seeText(placeTexts.pointed(9));
  // The map is not told to go where it is already.
  expect(mp.map()['latitude']).toBe(before);
  await mp.press(placeTexts.confirm);
  await mp.seeText(positionTexts.pickedOnMap(9));
  expect([field(0), field(1)]).toEqual([(lng + 0.001).toFixed(6), (lat + 0.001).toFixed(6)]);
});

test('WeChat’s own map: left, then a place chosen there', async () => {
  await openPicker('shop-by-wechat');
  mp.phone.willChoosePlace(null);
  await mp.press(placeTexts.wechat);
  await mp.settled();
  expect(mp.has(placeTexts.aimHint)).toBe(true);
  mp.phone.willChoosePlace(gate);
  await mp.press(placeTexts.wechat);
  await mp.seeText(gate.name);
  await mp.seeText(placeTexts.chosen);
  await mp.until(() => Math.abs(Number(mp.map()['latitude']) - gate.latitude) < 1e-6);
  await mp.press(placeTexts.confirm);
  await mp.seeText(positionTexts.pickedOnMap(30));
  expect([field(0), field(1)]).toEqual(['117.255130', '31.886120']);
});

test('a refused privacy notice leaves the map; the phone’s position goes by the same notice', async () => {
  await openPicker('shop-in-doubt');
  mp.phone.isPrivacyPending = true;
  mp.phone.willChoosePlace(gate);
  await mp.press(placeTexts.wechat);
  await mp.seeText(privacySheetTexts.title);
  await mp.press(privacySheetTexts.refuse);
  await mp.seeText(placeTexts.wechatFailed);
  mp.tap('.place-picker__here');
  await mp.press(positionConsentTexts.agree);
  // Within ten seconds WeChat asks nobody again.
  await mp.seeText(placeTexts.refused);
  mp.tap('.place-sheet__close');
  await mp.until(() => mp.all('wx-map').length === 0);
});

test('where the phone is, twice: the map goes back there though it was told so before', async () => {
  await openPicker('shop-on-the-spot');
  mp.phone.standAt({ latitude: lat, longitude: lng, accuracy: 12 });
  mp.tap('.place-picker__here');
  await mp.press(positionConsentTexts.agree);
  await mp.seeText(placeTexts.located(12));
  expect(mp.map()).toMatchObject({ scale: 17, showLocation: true, circles: [{ radius: 12 }] });
  const told = mp.map()['latitude'];
  mp.tap('.place-picker__here');
  await mp.until(() => mp.map()['latitude'] !== told);
  expect(Number(mp.map()['latitude'])).toBeCloseTo(lat, 6);
});
