import { createTestDevice, type PhoneStorage } from '../../../tests/support/device';
import { privacyNoticeVersion } from '../../contract/consents';
import { SettingsStore } from './store';

function openSettings(storage?: PhoneStorage) {
  const way = { send: () => Promise.reject(new Error('Settings ask nobody')) };
  const device = createTestDevice({ http: way, ...(storage && { storage }) });
  return { device, settings: new SettingsStore(device) };
}

test('choices and consents last; nothing is agreed to by itself', () => {
  const { device, settings } = openSettings();
  expect(settings).toMatchObject({ textSize: 'normal', hasAgreedToPrivacy: false });
  expect(settings.consents).toEqual({ privacyVersion: null, position: 'unasked' });
  settings.setTextSize('large');
  settings.agreeToPrivacy();
  settings.refusePosition();
  const again = openSettings(device.storage).settings;
  expect(again).toMatchObject({ textSize: 'large', hasAgreedToPrivacy: true });
  expect(again.consents).toEqual({ privacyVersion: privacyNoticeVersion, position: 'refused' });
  again.givePosition();
  expect(openSettings(device.storage).settings.consents.position).toBe('given');
});

test('what cannot be read counts as nothing chosen', () => {
  const { device } = openSettings();
  device.storage.texts.set('settings', '{"textSize":"huge","consents":{"position":1}}');
  expect(openSettings(device.storage).settings).toMatchObject({
    textSize: 'normal',
    consents: { privacyVersion: null, position: 'unasked' },
  });
  device.storage.texts.set('settings', 'not JSON');
  expect(openSettings(device.storage).settings.textSize).toBe('normal');
});

test('the network and WeChat’s privacy question are told', () => {
  const { device, settings } = openSettings();
  const answers: boolean[] = [];
  device.goOffline();
  expect(settings.isOnline).toBe(false);
  device.goOnline();
  expect(settings.isOnline).toBe(true);
  const request = { buttonId: 'agree', answer: (hasAgreed: boolean) => void answers.push(hasAgreed) };
  device.askForPrivacy(request);
  expect(settings.privacyRequest).toBe(request);
  settings.answerPrivacyRequest(false);
  settings.answerPrivacyRequest(true);
  expect(settings.privacyRequest).toBeNull();
  expect(answers).toEqual([false]);
});
