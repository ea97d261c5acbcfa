import { positionConsentTexts } from '../../src/client/ui/texts';
import { stationTexts, facilityNames } from '../../src/client/stations/texts';
import { startJourneyCloud } from '../support/journey-cloud';
import { takePhone } from './rider-phone';
test('probe', async () => {
  const cloud = await startJourneyCloud();
  const mp = takePhone(cloud, { openid: 'probe' });
  mp.phone.willAnswer('scope.userLocation', false);
  let seen = 0;
  const dump = (name: string) => {
    process.stdout.write(`# ${name}\n`);
    for (const { owner, bytes, keys, ms } of mp.runtime.setDataLog.slice(seen)) process.stdout.write(`${owner} ${bytes} ${ms.toFixed(0)}ms ${keys.join(' ').slice(0, 400)}\n`);
    seen = mp.runtime.setDataLog.length;
  };
  mp.runtime.launch('stations/rider/list');
  await mp.until(() => mp.all('.station-row__name').length > 5); await mp.settled(); dump('launch');
  await mp.press(stationTexts.locate); await mp.seeText(positionConsentTexts.title); await mp.settled(); dump('sheet');
  await mp.press(positionConsentTexts.agree); await mp.seeText(stationTexts.refused); await mp.settled(); dump('refused');
  await mp.press(facilityNames.hot_water, { within: '.filter-chips' }); await new Promise((r) => setTimeout(r, 500)); await mp.settled(); dump('filter');
  mp.tap('.station-row'); await mp.seeText(stationTexts.visits); await mp.settled(); dump('open');
  mp.runtime.tapTab; await mp.call('navigateBack'); await mp.settled(); dump('back');
  mp.close(); await cloud.close();
});
