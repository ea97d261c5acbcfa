import { deviceOf } from './device';

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50 NetType/WIFI miniProgram/wx1',
    'iPhone · 微信小程序',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; V2310A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
    '安卓手机 · 微信',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0',
    'Windows 电脑 · Edge',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'Mac 电脑 · Safari',
  ],
  ['curl/8', '其他设备'],
  [undefined, '其他设备'],
])('%s is %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
