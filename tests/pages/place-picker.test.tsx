import { useState } from 'react';
import { reportLimits } from '../../src/contract/reports';
import type { StationRow } from '../../src/contract/stations';
import Apply from '../../src/client/merchants/shop/apply';
import { positionTexts } from '../../src/client/merchants/form-texts';
import { LocationError } from '../../src/client/platform/location-error';
import type { PickedPlace } from '../../src/client/ui/place-pick';
import { PlaceSheet } from '../../src/client/ui/place-sheet';
import { placeTexts as texts } from '../../src/client/ui/place-texts';
import { positionConsentTexts, uiTexts } from '../../src/client/ui/texts';
import { metresBetween } from '../../src/client/ui/distance';
import { allStations, newRider, northOf, signedInRider, stationNamed, type Rider } from './support/rider';
import { all, control, gone, press, seen, until, write } from './support/screen';

let answers: PickedPlace[];
let stations: StationRow[];
beforeAll(async () => void (stations = await allStations()));
beforeEach(() => void (answers = []));

function pageWith(picked: PickedPlace | null) {
  return function Page() {
    const [isOpen, setIsOpen] = useState(true);
    return (
      <PlaceSheet
        isOpen={isOpen}
        title="在哪里"
        picked={picked}
        landmarks={stations}
        wordsLength={reportLimits.placeLength}
        onPick={(place) => {
          answers.push(place);
          setIsOpen(false);
        }}
        onClose={() => setIsOpen(false)}
      />
    );
  };
}

/** The map, once nothing covers it. */
const mapShown = () =>
  until(() => all('.area-map__cover').length === 0 && all('.place-picker .leaflet-container')[0]);

async function openPicker(rider: Rider, picked: PickedPlace | null = null): Promise<HTMLElement> {
  await rider.open(pageWith(picked));
  return mapShown();
}

const right = 39;
const up = 38;

/** As the keys of a keyboard on the map. */
function pressKey(map: HTMLElement, keyCode: number): void {
  map.focus();
  // Leaflet goes by the number of a key.
  const event = Object.assign(new Event('keydown', { bubbles: true }), { keyCode });
  map.dispatchEvent(event);
}

const isOff = () => control(texts.confirm)?.getAttribute('aria-disabled') === 'true';

async function confirmed(): Promise<PickedPlace> {
  await until(() => !isOff());
  await press(texts.confirm);
  await gone(texts.confirm);
  return answers[0]!;
}

test('nothing is picked before somebody pointed at it; the arrow keys move the pin, words are kept', async () => {
  const rider = newRider();
  const map = await openPicker(rider);
  await seen(texts.aim);
  expect(isOff()).toBe(true);
  expect(control(texts.wechat)).toBeNull();
  pressKey(map, right);
  await seen('在地图上选的');
  const { centre } = rider.root.communities.current!;
  await write(texts.words, ' 3 栋楼下 ');
  const place = await confirmed();
  expect(place).toMatchObject({ placeText: '3 栋楼下', source: 'pin', position: { crs: 'GCJ-02' } });
  expect(place.position.lng).toBeGreaterThan(centre.lng);
  expect(place.position.lat).toBeCloseTo(centre.lat, 5);
  expect(place.position.accuracyM).toBeGreaterThanOrEqual(5);
  expect(metresBetween(place.position, centre)).toBeLessThan(100);
});

test('where the phone is, with how sure that is and what is near', async () => {
  const rider = newRider();
  const { name, position } = await stationNamed('歇歇角·北苑');
  rider.root.settings.givePosition();
  rider.device.position = northOf(position, 40);
  await openPicker(rider);
  await seen(texts.near(name, '40 米'));
  await seen(texts.located(10));
  expect(await confirmed()).toEqual({ position: rider.device.position, placeText: '', source: 'device' });
});

test('a vague position says so, and the pin is taken from there', async () => {
  const rider = newRider();
  const { position } = await stationNamed('歇歇角·北苑');
  rider.root.settings.givePosition();
  rider.device.position = { ...position, accuracyM: 650 };
  const map = await openPicker(rider);
  await seen(texts.vague(650));
  pressKey(map, up);
  const place = await confirmed();
  expect(place.source).toBe('pin');
  expect(place.position.accuracyM).toBeLessThan(50);
  expect(place.position.lat).toBeGreaterThan(position.lat);
});

test('asks before it uses the position; a no, and a phone without a fix, leave the map', async () => {
  const rider = newRider();
  const map = await openPicker(rider);
  await press(texts.here);
  await seen(positionConsentTexts.title);
  await press(positionConsentTexts.refuse);
  await seen(texts.refused);
  rider.device.position = new LocationError('timeout');
  await press(texts.here);
  await press(positionConsentTexts.agree);
  await seen(texts.failed);
  pressKey(map, right);
  expect((await confirmed()).source).toBe('pin');
});

test('a station on the map is tapped, and gives the words until others are written', async () => {
  const { name, position } = stations[1]!;
  await openPicker(newRider());
  (await until(() => all(`.map-pin[aria-label="${name}"]`)[0])).click();
  await seen(texts.station);
  expect(await confirmed()).toEqual({ position, placeText: name, source: 'station' });
});

test('WeChat’s map: chosen, left, and not to be had', async () => {
  const rider = newRider();
  rider.device.choosesPlace = null;
  await openPicker(rider);
  await press(texts.wechat);
  expect(isOff()).toBe(true);
  rider.device.choosesPlace = new LocationError('refused');
  await press(texts.wechat);
  await seen(texts.wechatFailed);
  const position = { lat: 31.8861, lng: 117.2551, crs: 'GCJ-02', accuracyM: 30 } as const;
  rider.device.choosesPlace = { position, name: '东门' };
  await press(texts.wechat);
  await seen(texts.chosen);
  await gone(texts.wechatFailed);
  expect(await confirmed()).toEqual({ position, placeText: '东门', source: 'chosen' });
});

test('opened again it stands where it was left, and closing changes nothing', async () => {
  const position = { lat: 31.8861, lng: 117.2551, crs: 'GCJ-02', accuracyM: 8 } as const;
  const picked: PickedPlace = { position, placeText: '快递柜旁边', source: 'pin' };
  const rider = newRider();
  rider.root.settings.givePosition();
  rider.device.position = northOf(position, 900);
  await openPicker(rider, picked);
  await seen(texts.pointed(8));
  await press(uiTexts.close);
  await gone(texts.confirm);
  expect(answers).toEqual([]);
  await openPicker(rider, picked);
  expect(await confirmed()).toEqual(picked);
});

test('without a network the map is missed, not the place', async () => {
  const rider = newRider();
  await rider.root.communities.load();
  rider.device.goOffline();
  const map = await openPicker(rider);
  await seen(texts.noMap);
  pressKey(map, right);
  await seen('在地图上选的');
  rider.device.goOnline();
  await press(uiTexts.retry);
  await gone(texts.noMap);
  expect((await confirmed()).source).toBe('pin');
});

test('a shop says where it is on the map', async () => {
  const rider = await signedInRider('rider-2');
  await rider.open(Apply);
  await press(positionTexts.onMap);
  const map = await mapShown();
  expect(all('.place-picker .field')).toHaveLength(0);
  await seen(texts.aim);
  pressKey(map, right);
  await until(() => !isOff());
  await press(texts.confirm);
  await seen('已在地图上选好');
  const typed = await until(
    () => all(`[aria-label="${positionTexts.lat}"] input, input[aria-label="${positionTexts.lat}"]`)[0],
  );
  expect(Number((typed as HTMLInputElement).value)).toBeCloseTo(
    rider.root.communities.current!.centre.lat,
    4,
  );
});
