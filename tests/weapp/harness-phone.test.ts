import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { failure, openFixture } from './fixture-program';
import type { MiniProgram } from './harness/mini-program';

let mp: MiniProgram;
beforeEach(() => void (mp = openFixture()));
afterEach(() => mp.close());

describe('the phone', () => {
  const here = { latitude: 31.8859, longitude: 117.2546, accuracy: 20 };

  test('a position: granted, refused, allowed again in the settings', async () => {
    mp.runtime.launch();
    await expect(mp.call('getLocation')).rejects.toEqual(
      failure('getLocation:fail not stubbed (give the harness a stub for this API)'),
    );
    mp.phone.standAt(here);
    await expect(mp.call('getLocation', { type: 'gcj02' })).resolves.toMatchObject(here);
    const wgs84 = (await mp.call('getLocation')) as typeof here;
    expect(Math.abs(wgs84.longitude - here.longitude)).toBeGreaterThan(0.003);
    expect(await mp.call('getSetting')).toMatchObject({ authSetting: { 'scope.userLocation': true } });
  });

  test('a refusal stands until the person changes it in the settings', async () => {
    mp.runtime.launch();
    mp.phone.willAnswer('scope.userLocation', false);
    mp.phone.standAt(here);
    const denied = failure('getLocation:fail auth deny');
    await expect(mp.call('getLocation')).rejects.toEqual(denied);
    mp.phone.willAnswer('scope.userLocation', true);
    await expect(mp.call('getLocation')).rejects.toEqual(denied);
    mp.phone.willChooseInSettings({ 'scope.userLocation': true });
    expect(await mp.call('openSetting')).toMatchObject({ authSetting: { 'scope.userLocation': true } });
    await expect(mp.call('getLocation', { type: 'gcj02' })).resolves.toMatchObject(here);
  });

  test('an API that app.json does not declare', async () => {
    mp.runtime.launch();
    await expect(mp.call('chooseAddress')).rejects.toEqual(
      failure(
        'chooseAddress:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      ),
    );
  });

  test('the camera reads a code, or is closed', async () => {
    mp.runtime.launch();
    mp.phone.willScan('https://nuanxin.test/q/7h2k9m4p3w');
    mp.phone.willScan(null);
    expect(await mp.call('scanCode')).toMatchObject({ result: 'https://nuanxin.test/q/7h2k9m4p3w' });
    await expect(mp.call('scanCode')).rejects.toEqual(failure('scanCode:fail cancel'));
  });

  test("a place is chosen on WeChat's map, or the person goes back", async () => {
    mp.runtime.launch();
    await expect(mp.call('chooseLocation')).rejects.toEqual(
      failure('chooseLocation:fail not stubbed (give the harness a stub for this API)'),
    );
    const gate = { name: '东门', address: '和平路 1 号', latitude: 31.8861, longitude: 117.2551 };
    mp.phone.willChoosePlace(gate);
    mp.phone.willChoosePlace(null);
    expect(await mp.call('chooseLocation', here)).toMatchObject({ ...gate, errMsg: 'chooseLocation:ok' });
    await expect(mp.call('chooseLocation')).rejects.toEqual(failure('chooseLocation:fail cancel'));
    await expect(mp.call('chooseLocation', { latitude: '31.8' })).rejects.toEqual(
      failure('chooseLocation:fail parameter error: parameter.latitude should be Number'),
    );
    expect(await mp.call('getSetting')).toMatchObject({ authSetting: {} });
  });

  test('theme, type size, calls, places, clipboard', async () => {
    mp.phone.fontSizeScaleFactor = 1.4;
    mp.runtime.launch();
    expect(mp.call('getAppBaseInfo')).toMatchObject({ theme: 'light', fontSizeScaleFactor: 1.4 });
    const themes: unknown[] = [];
    mp.call('onThemeChange', (change: unknown) => themes.push(change));
    mp.phone.switchTheme('dark');
    expect(themes).toEqual([{ theme: 'dark' }]);
    expect(mp.call('getAppBaseInfo')).toMatchObject({ theme: 'dark' });
    await mp.call('makePhoneCall', { phoneNumber: '12345' });
    expect(mp.phone.dialled).toEqual(['12345']);
    mp.stub('makePhoneCall', () => {
      throw new Error('cancel');
    });
    await expect(mp.call('makePhoneCall', { phoneNumber: '1' })).rejects.toEqual(
      failure('makePhoneCall:fail cancel'),
    );
    await mp.call('openLocation', { ...here, name: 'Corner' });
    expect(mp.phone.placesShown).toEqual([expect.objectContaining({ name: 'Corner' })]);
    await mp.call('setClipboardData', { data: 'copied' });
    expect(mp.phone.clipboard).toBe('copied');
  });
});

describe('the privacy question', () => {
  const refused = (errno: number) =>
    failure('setClipboardData:fail privacy permission is not authorized', { errno });
  const copy = () => mp.call('setClipboardData', { data: 'x' });
  const listen = () => {
    mp.runtime.launch();
    mp.phone.isPrivacyPending = true;
    (mp.runtime.pages.top?.instance['listenForPrivacy'] as () => void)();
  };

  test('the API waits for the agreeing button, then goes on', async () => {
    listen();
    const copied = copy();
    await mp.see('#last', 'asked by setClipboardData');
    mp.tap('#agree');
    await copied;
    expect(mp.phone.clipboard).toBe('x');
    expect(await mp.call('getPrivacySetting')).toMatchObject({ needAuthorization: false });
  });

  test('a refusal is errno 104, and for ten seconds nobody is asked again', async () => {
    listen();
    const copied = expect(copy()).rejects.toEqual(refused(104));
    await mp.see('#last', 'asked by setClipboardData');
    (mp.runtime.pages.top?.instance['refuse'] as () => void)();
    await copied;
    await expect(copy()).rejects.toEqual(refused(104));
    expect(mp.text('#last')).toBe('asked by setClipboardData');
  });

  test('an agreement without a tap on the button does not count, and is warned of', async () => {
    listen();
    const copied = expect(copy()).rejects.toEqual(refused(104));
    await mp.see('#last', 'asked by setClipboardData');
    const resolve = mp.runtime.pages.top?.instance['resolve'] as (answer: object) => void;
    resolve({ event: 'agree', buttonId: 'agree' });
    await copied;
    expect(mp.runtime.warnings).toEqual([expect.stringContaining('no button "agree"')]);
  });

  test("without a popup of one's own WeChat's asks", async () => {
    mp.runtime.launch();
    mp.phone.isPrivacyPending = true;
    await expect(copy()).rejects.toEqual(refused(103));
    mp.close();
    mp = openFixture();
    mp.runtime.launch();
    mp.phone.isPrivacyPending = true;
    mp.phone.willAgreeToPrivacy = true;
    await copy();
    expect(mp.phone.isPrivacyPending).toBe(false);
  });
});

describe('the network', () => {
  let server: Server;
  let requests: { request: IncomingMessage; body: string }[];

  beforeEach(async () => {
    requests = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => {
        requests.push({ request, body });
        response.statusCode = 404;
        response.setHeader('content-type', 'application/json').end('{"code":"not_found"}');
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const local = () => `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const request = (options: object) =>
    new Promise((success, fail) => mp.call('request', { ...options, success, fail }));

  test("real HTTP: every status is a success, JSON is parsed, the referer is WeChat's", async () => {
    mp.close();
    mp = openFixture({
      rewrite: (url) => url.replace('https://api.test', local()),
      domains: ['https://api.test'],
    });
    mp.runtime.launch();
    const answer = await request({ url: 'https://api.test/x', method: 'POST', data: { a: '中' } });
    expect(answer).toMatchObject({ statusCode: 404, data: { code: 'not_found' }, errMsg: 'request:ok' });
    expect(requests[0]?.body).toBe('{"a":"中"}');
    expect(requests[0]?.request.headers.referer).toMatch(/^https:\/\/servicewechat\.com\//);
    await expect(request({ url: 'https://elsewhere.test/x' })).rejects.toEqual(
      failure('request:fail url not in domain list', { errno: 600_002 }),
    );
  });

  test('offline: requests fail, and the change is told', async () => {
    mp.runtime.launch();
    const told: unknown[] = [];
    mp.call('onNetworkStatusChange', (status: unknown) => told.push(status));
    mp.phone.goOffline();
    expect(await mp.call('getNetworkType')).toMatchObject({ networkType: 'none' });
    await expect(request({ url: local() })).rejects.toEqual(
      failure('request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED', {
        errno: 600_001,
      }),
    );
    expect(requests).toEqual([]);
    mp.phone.goOnline('5g');
    await expect(request({ url: local() })).resolves.toMatchObject({ statusCode: 404 });
    expect(told).toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: '5g' },
    ]);
  });

  test('too slow is a timeout', async () => {
    mp.runtime.launch();
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    await expect(request({ url: `http://127.0.0.1:${port}`, timeout: 30 })).rejects.toEqual(
      failure('request:fail timeout', { errno: 5 }),
    );
    silent.closeAllConnections();
    silent.close();
  });
});
