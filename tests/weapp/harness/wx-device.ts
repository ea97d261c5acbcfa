import { ApiFailure, plain, type Apis, type Options } from './api-failure';
import type { Bundle } from './bundle';
import type { Host } from './host';
import type { Phone } from './phone';

const system = {
  brand: 'iPhone',
  model: 'iPhone X',
  system: 'iOS 17.0',
  platform: 'ios',
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.7.0',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  screenTop: 88,
  statusBarHeight: 44,
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
  fontSizeSetting: 16,
  benchmarkLevel: 1,
  locationEnabled: true,
  wifiEnabled: true,
  bluetoothEnabled: true,
};

interface Parts {
  bundle: Bundle;
  phone: Phone;
  host: Host;
  launchOptions: () => object;
}

function environmentApis({ bundle, phone, host, launchOptions }: Parts): Apis {
  const whole = () => ({
    ...system,
    fontSizeScaleFactor: phone.fontSizeScaleFactor,
    // Only said where app.json declares darkmode.
    ...(bundle.app.darkmode && { theme: phone.theme }),
  });
  const authorized = (scope: string) =>
    ({ true: 'authorized', false: 'denied' })[String(phone.authSetting[scope])] ?? 'not determined';
  return {
    immediate: {
      getSystemInfoSync: whole,
      getWindowInfo: whole,
      getDeviceInfo: whole,
      getAppBaseInfo: whole,
      getSystemSetting: whole,
      getAppAuthorizeSetting: () => ({
        cameraAuthorized: 'authorized',
        locationAuthorized: authorized('scope.userLocation'),
      }),
      getMenuButtonBoundingClientRect: () => ({
        width: 87,
        height: 32,
        left: 281,
        right: 368,
        top: 48,
        bottom: 80,
      }),
      getAccountInfoSync: () => ({
        miniProgram: { appId: host.appId, envVersion: 'develop', version: '' },
        plugin: {},
      }),
      getLaunchOptionsSync: launchOptions,
      getEnterOptionsSync: launchOptions,
      canIUse: (schema) => bundle.apis.includes(String(schema).split('.')[0] ?? ''),
    },
    answering: { getSystemInfo: whole },
  };
}

/** Every scope: asked once, remembered, changed only in WeChat's settings. */
function authorizationApis(phone: Phone): Apis {
  return {
    answering: {
      authorize: ({ scope }) => {
        if (phone.decide(String(scope)) !== true) throw new ApiFailure('auth deny');
      },
      getSetting: () => ({ authSetting: { ...phone.authSetting } }),
      openSetting: () => ({ authSetting: { ...phone.visitSettings() } }),
    },
  };
}

function locationOf(phone: Phone, { type }: Options): object | undefined {
  const isAllowed = phone.decide('scope.userLocation');
  if (isAllowed === false) throw new ApiFailure('auth deny');
  const fix = phone.fixIn(type === 'gcj02' ? 'gcj02' : 'wgs84');
  if (!fix || isAllowed === undefined) return undefined;
  return { ...fix, speed: -1, altitude: 0, verticalAccuracy: 0, horizontalAccuracy: fix.accuracy };
}

/** WeChat's own map: it asks for no scope since 2022, only for the privacy notice. */
function choiceOf(phone: Phone, { latitude, longitude }: Options): object | undefined {
  if (latitude !== undefined && typeof latitude !== 'number')
    throw new ApiFailure('parameter error: parameter.latitude should be Number');
  if (longitude !== undefined && typeof longitude !== 'number')
    throw new ApiFailure('parameter error: parameter.longitude should be Number');
  const place = phone.nextChoice();
  if (place === null) throw new ApiFailure('cancel');
  return place && { ...place };
}

/** What the phone itself answers, where the test has set it; undefined where it has not. */
export function answerOfPhone(phone: Phone, api: string, options: Options): object | undefined {
  if (api === 'getLocation') return locationOf(phone, options);
  if (api === 'chooseLocation') return choiceOf(phone, options);
  if (api !== 'scanCode') return undefined;
  const text = phone.nextScan();
  if (text === undefined) return undefined;
  if (text === null) throw new ApiFailure('cancel');
  return { result: text, scanType: 'QR_CODE', charSet: 'utf-8', rawData: '' };
}

export function deviceApis(parts: Parts): Apis[] {
  const { phone, host } = parts;
  let logins = 0;
  return [
    environmentApis(parts),
    authorizationApis(phone),
    {
      answering: {
        getNetworkType: () => ({ networkType: phone.network }),
        async login(options) {
          return (await host.call('login', plain(options))) ?? { code: `harness-code-${++logins}` };
        },
        checkSession: () => ({}),
        async makePhoneCall(options) {
          await host.call('makePhoneCall', plain(options));
          phone.dialled.push(String(options['phoneNumber']));
        },
        async openLocation(options) {
          await host.call('openLocation', plain(options));
          const { latitude, longitude } = options;
          if (typeof latitude !== 'number' || typeof longitude !== 'number')
            throw new ApiFailure('parameter error: parameter.latitude should be Number');
          phone.placesShown.push(plain(options));
        },
        setClipboardData: ({ data }) => void (phone.clipboard = String(data)),
        getClipboardData: () => ({ data: phone.clipboard }),
      },
    },
  ];
}
