import { checkInTexts } from '../../src/client/check-ins/texts';
import { homeTexts } from '../../src/client/home/texts';
import { signInTexts } from '../../src/client/sessions/texts';
import { meTexts, settingsTexts } from '../../src/client/settings/texts';
import { codesTexts, facilityNames, stationTexts } from '../../src/client/stations/texts';
import { roleNames } from '../../src/client/ui/role-names';
import {
  openingTexts,
  originTexts,
  placeCodesTexts,
  whereTexts,
  positionConsentTexts,
  privacySheetTexts,
} from '../../src/client/ui/texts';
import { startJourneyCloud, type JourneyCloud } from '../support/journey-cloud';
import { recordJourney } from '../support/journeys';
import { outang } from '../support/outang';
import type { MiniProgram } from './harness/mini-program';
import {
  agreeToNotice,
  built,
  keptSession,
  putAway,
  signInWithWechat,
  takePhone,
  walkOn,
} from './rider-phone';

// The phone is in Hefei.
process.env['TZ'] = 'Asia/Shanghai';

let cloud: JourneyCloud;
let mp: MiniProgram;
beforeAll(async () => void (cloud = await startJourneyCloud()));
afterAll(() => cloud.close());
afterEach(() => putAway(mp));

const platform = 'weapp' as const;
const centre = { latitude: outang.centre.at.lat, longitude: outang.centre.at.lng, accuracy: 20 };
const names = () => mp.all('.station-row__name').map(({ textContent }) => textContent);
const printedUrl = async (stationId: string) => (await cloud.codesOf(stationId)).printed.url;
const landing = (code: string) =>
  `check-ins/rider/new?q=${encodeURIComponent(`https://nuanxin.test/q/${code}`)}&scancode_time=1790000000`;

test('the build passes the official compilers and the package limits', () => {
  mp = takePhone(cloud, { openid: 'nobody' });
  mp.runtime.launch();
  expect(built.warnings).toEqual([]);
  expect(Object.values(built.sizes).filter(({ over }) => over)).toEqual([]);
  if (built.skipped.length > 0) process.stdout.write(`Not checked: ${built.skipped.join('; ')}\n`);
});

test('a rider signs in, finds a station and checks in by its code', async () => {
  mp = takePhone(cloud, { openid: 'rider-of-the-journey' });
  await recordJourney({ name: 'check in by a code', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('launch', async () => {
      mp.runtime.launch();
      await mp.seeText(homeTexts.nearestUnlocated);
    });
    await step('open 我的', () => {
      mp.runtime.tapTab('我的');
      return mp.seeText(meTexts.signedOut);
    });
    await step('sign in with WeChat', async () => {
      await mp.press(meTexts.signIn);
      await signInWithWechat(mp);
      await mp.seeText(meTexts.signOut);
    });
    expect(cloud.wechat.calls().at(-1)).toEqual({ path: '/sns/jscode2session', errcode: 0 });
    expect(mp.runtime.stack()).toEqual(['settings/rider/me']);
    await step('list the stations', async () => {
      mp.runtime.tapTab('站点');
      await mp.until(() => names().length > 5);
    });
    expect(names()).toEqual((await cloud.stations()).map(({ name }) => name).slice(0, names().length));
    await step('filter by hot water', async () => {
      await mp.press(facilityNames.hot_water, { within: '.filter-chips' });
      const wanted = (await cloud.stations('&facilities=hot_water')).map(({ name }) => name);
      await mp.until(() => names().join() === wanted.join());
    });
    const [first = ''] = names();
    await step('open a station', async () => {
      await mp.press(first);
      await mp.seeText(openingTexts.hours);
      await mp.seeText(stationTexts.visits);
    });
    expect(mp.has(stationTexts.codes)).toBe(false);
    await step('check in by its printed code', async () => {
      await mp.press(stationTexts.checkIn);
      await mp.seeText(checkInTexts.scan);
      mp.phone.willScan(await printedUrl(outang.centre.id));
      await mp.press(checkInTexts.scan);
      await mp.seeText(checkInTexts.result.done);
    });
    expect(mp.runtime.page.path).toBe('check-ins/rider/result');
    await step('see it among my check-ins', async () => {
      await mp.press(checkInTexts.result.mine);
      await mp.until(() => mp.all('.visit').length === 1);
    });
    await step('the same again within two hours is the same visit', async () => {
      await mp.call('navigateTo', { url: '/check-ins/rider/new' });
      mp.phone.willScan(await printedUrl(outang.centre.id));
      await mp.press(checkInTexts.scan);
      await mp.seeText(checkInTexts.result.repeat);
    });
  });
  const session = keptSession(mp.runtime.exportStorage());
  expect(await cloud.checkInsOf(session?.token ?? '')).toHaveLength(1);
});

test('a phone that refuses its position loses nothing but distances', async () => {
  mp = takePhone(cloud, { openid: 'rider-without-position' });
  mp.phone.willAnswer('scope.userLocation', false);
  await recordJourney({ name: 'refused position', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('launch', async () => {
      mp.runtime.launch('stations/rider/list');
      await mp.until(() => names().length > 5);
    });
    await step('agree to our question, refuse WeChat’s', async () => {
      await mp.press(originTexts.locate);
      await mp.seeText(positionConsentTexts.title);
      await mp.press(positionConsentTexts.agree);
      await mp.seeText(originTexts.refused);
    });
    expect(mp.all('.station-row__distance')).toEqual([]);
    await step('the list still opens a station', async () => {
      mp.tap('.station-row');
      await mp.seeText(openingTexts.hours);
    });
    await step('and its code still checks in', async () => {
      await mp.press(stationTexts.checkIn);
      await mp.seeText(checkInTexts.refusedHint);
      mp.phone.willScan(await printedUrl(outang.centre.id));
      await mp.press(checkInTexts.scan);
      await mp.press(checkInTexts.signIn);
      await signInWithWechat(mp);
      await mp.seeText(checkInTexts.result.done);
    });
  });
});

test('a refused privacy notice leaves the codes, and a code that is none of ours is told', async () => {
  mp = takePhone(cloud, { openid: 'rider-in-doubt' });
  mp.phone.isPrivacyPending = true;
  mp.phone.standAt(centre);
  await recordJourney({ name: 'refused privacy notice', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('agree to our question, refuse the notice', async () => {
      mp.runtime.launch();
      await mp.press(homeTexts.locate);
      await mp.press(positionConsentTexts.agree);
      await mp.press(privacySheetTexts.refuse);
      await mp.press(homeTexts.checkIn);
      await mp.seeText(checkInTexts.refusedHint);
    });
    expect(mp.phone.isPrivacyPending).toBe(true);
    await step("scan a restaurant's menu", async () => {
      mp.phone.willScan('https://menu.test/table/7');
      await mp.press(checkInTexts.scan);
      await mp.seeText(checkInTexts.failures['code_unknown']!.title);
    });
    await step('close the camera', async () => {
      mp.phone.willScan(null);
      await mp.press(checkInTexts.scan);
    });
  });
  expect(mp.runtime.page.path).toBe('check-ins/rider/new');
});

test('a position: privacy agreed to, distances shown, checked in without a code', async () => {
  mp = takePhone(cloud, { openid: 'rider-with-position' });
  mp.phone.isPrivacyPending = true;
  // Stations that are open now can be picked; some are so round the clock.
  const [open] = await cloud.stations('&openNow=true');
  const { lat, lng } = open?.position ?? outang.centre.at;
  mp.phone.standAt({ latitude: lat, longitude: lng, accuracy: 20 });
  await recordJourney({ name: 'check in by position', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('launch', async () => {
      mp.runtime.launch();
      await mp.seeText(homeTexts.nearestUnlocated);
    });
    await step('agree to the position and to the privacy notice', async () => {
      await mp.press(homeTexts.locate);
      await mp.seeText(positionConsentTexts.title);
      await mp.press(positionConsentTexts.agree);
      await mp.seeText(privacySheetTexts.title);
      await mp.press(privacySheetTexts.agree);
      await mp.seeText(homeTexts.nearest);
    });
    expect(mp.phone.isPrivacyPending).toBe(false);
    await step('check in at the station in reach, signing in on the way', async () => {
      await mp.press(homeTexts.checkIn);
      await mp.seeText(checkInTexts.pick);
      await mp.until(() => mp.all('.station-picker__pick').length > 0);
      mp.tap('.station-picker__pick');
      await mp.seeText(checkInTexts.signIn);
      await mp.press(checkInTexts.signIn);
      await signInWithWechat(mp);
      await mp.seeText(checkInTexts.result.done);
    });
  });
});

test('the map shows every station as a marker, and a tapped one as a card', async () => {
  mp = takePhone(cloud, { openid: 'rider-with-a-map' });
  mp.runtime.launch('stations/rider/list');
  await mp.until(() => names().length > 5);
  const shown = names();
  await mp.press(stationTexts.asMap);
  await mp.until(() => (mp.map()['markers'] as unknown[]).length === shown.length);
  mp.tapMarker(2);
  await mp.until(() => names().join() === shown[2]);
});

test('a station: the way there, its phone, the theme and the type size', async () => {
  mp = takePhone(cloud, { openid: 'rider-at-a-station' });
  mp.phone.fontSizeScaleFactor = 1.4;
  mp.runtime.launch(`stations/rider/detail?id=${outang.centre.id}`);
  await mp.seeText(whereTexts.where);
  expect(mp.$('.screen').className).toContain('text-large');
  await mp.press(whereTexts.directions);
  await mp.until(() => mp.phone.placesShown.length === 1);
  expect(mp.phone.placesShown[0]).toMatchObject({ latitude: centre.latitude, longitude: centre.longitude });
  await mp.press(whereTexts.call);
  await mp.until(() => mp.phone.dialled.length === 1);
  await mp.call('navigateTo', { url: '/settings/rider/settings' });
  await mp.seeText(settingsTexts.light);
  mp.phone.switchTheme('dark');
  await mp.seeText(settingsTexts.dark);
});

test("WeChat's own scanner opens a code: signed in on the way, checked in at once", async () => {
  mp = takePhone(cloud, { openid: 'rider-from-outside' });
  await recordJourney({ name: "land by WeChat's scanner", platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('land on the code', async () => {
      mp.runtime.launch(landing(outang.garden.code), { scene: 1011 });
      await mp.seeText(checkInTexts.landingSignIn);
    });
    await step('sign in, and be checked in', async () => {
      await mp.press(checkInTexts.signIn);
      await signInWithWechat(mp);
      await mp.seeText(checkInTexts.result.done);
    });
    await step('a code that nobody printed', async () => {
      mp.runtime.foreground(landing('0000000000'));
      await mp.seeText(checkInTexts.failures['code_unknown']!.title);
    });
    await step('a station that is closed for now', async () => {
      mp.runtime.foreground(landing(outang.suspended.code));
      await mp.seeText(checkInTexts.failures['station_not_operating']!.title);
    });
  });
});

test('staff at the desk: a code for the screen, one to print, people counted who came without the app', async () => {
  mp = takePhone(cloud, { openid: 'nobody' });
  await recordJourney({ name: 'the desk of a station', platform }, async (walk) => {
    const step = walkOn(walk, () => mp);
    await step('sign in as staff of the demonstration', async () => {
      mp.runtime.launch('sessions/rider/sign-in');
      await mp.seeText(signInTexts.demo);
      await agreeToNotice(mp);
      await mp.press(new RegExp(`· ${roleNames.staff}$`));
      await mp.seeText(meTexts.signOut);
    });
    await step('open a station', async () => {
      await mp.call('navigateTo', { url: `/stations/rider/detail?id=${outang.nightCorner.id}` });
      await mp.seeText(stationTexts.codes);
    });
    await step('open its desk', async () => {
      await mp.press(stationTexts.codes);
      await mp.seeText(codesTexts.rotatingHint);
    });
    expect(mp.runtime.page.path).toBe('stations/desk/codes');
    await step('the code to print', async () => {
      await mp.press(placeCodesTexts.printed);
      await mp.seeText(outang.nightCorner.code);
    });
    await step('count a walk-in', async () => {
      await mp.press(codesTexts.save);
      await mp.seeText(codesTexts.saved(1));
    });
  });
});
