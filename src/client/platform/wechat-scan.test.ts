import { createWechatScan, type JsSdk, type WechatScanParts } from './wechat-scan';

const pageUrl = 'https://nuanxin.test/';
const signature = { appId: 'wx00000000000000bb', timestamp: 1_414_587_457, nonce: 'n0', signature: 's1' };

type Request = Parameters<JsSdk['scanQRCode']>[0];

/** Behaves as jweixin-1.6.0.js does: what is refused is ready afterwards all the same. */
class StandInSdk implements JsSdk {
  readonly configured: unknown[] = [];
  readonly requests: Request[] = [];
  isRefused = false;
  /** Until WeChat has looked at the signature. */
  verdict = Promise.resolve();
  answer: (request: Request) => void = ({ success }) => success({ resultStr: 'NX' });
  private refuse = () => undefined as void;

  config(page: unknown): void {
    this.configured.push(page);
  }

  error(act: () => void): void {
    this.refuse = act;
  }

  ready(act: () => void): void {
    void this.verdict.then(() => {
      if (this.isRefused) this.refuse();
      act();
    });
  }

  scanQRCode(request: Request): void {
    this.requests.push(request);
    this.answer(request);
  }
}

function inWechat(parts: Partial<WechatScanParts> = {}) {
  const sdk = new StandInSdk();
  const done: string[] = [];
  const scan = createWechatScan({
    pageUrl,
    sign(url) {
      done.push(`sign ${url}`);
      return Promise.resolve(signature);
    },
    loadSdk() {
      done.push('load');
      return Promise.resolve(sdk);
    },
    whenWaiting: () => done.push('wait'),
    ...parts,
  });
  return { sdk, done, scan };
}

test('the page is signed and WeChat made ready once; every scan asks it once', async () => {
  const { sdk, done, scan } = inWechat();
  expect(await scan()).toBe('NX');
  expect(await scan()).toBe('NX');
  expect(done).toEqual([`sign ${pageUrl}`, 'wait', 'load']);
  const { nonce: nonceStr, ...rest } = signature;
  expect(sdk.configured).toEqual([{ debug: false, ...rest, nonceStr, jsApiList: ['scanQRCode'] }]);
  expect(sdk.requests).toHaveLength(2);
  expect(sdk.requests[0]).toMatchObject({ needResult: 1, scanType: ['qrCode'] });
});

test('closed, and read as nothing, are no code', async () => {
  const { sdk, scan } = inWechat();
  sdk.answer = ({ cancel }) => cancel();
  expect(await scan()).toBeNull();
  sdk.answer = ({ success }) => success({});
  expect(await scan()).toBeNull();
});

test('a second tap while it opens is none; one after a scan that never answered is', async () => {
  const { sdk, scan } = inWechat();
  sdk.answer = () => undefined;
  void scan();
  expect(await scan()).toBeNull();
  await new Promise((resolve) => setTimeout(resolve));
  expect(sdk.requests).toHaveLength(1);
  sdk.answer = ({ success }) => success({ resultStr: 'NX' });
  expect(await scan()).toBe('NX');
});

test('without an official account nothing is loaded from elsewhere', async () => {
  const { done, scan } = inWechat({ sign: () => Promise.reject(new Error('wechat_web_off')) });
  await expect(scan()).rejects.toThrow('wechat_web_off');
  expect(done).not.toContain('load');
});

test('what did not load is loaded at the next scan', async () => {
  const sdk = new StandInSdk();
  let tries = 0;
  const { scan } = inWechat({
    loadSdk: () => ((tries += 1) === 1 ? Promise.reject(new Error('no way')) : Promise.resolve(sdk)),
  });
  await expect(scan()).rejects.toThrow('no way');
  expect(await scan()).toBe('NX');
});

test('a refused page and a refused scan are failures', async () => {
  const { sdk, scan } = inWechat();
  sdk.isRefused = true;
  await expect(scan()).rejects.toThrow('refuses the page');
  expect(sdk.requests).toEqual([]);
  sdk.isRefused = false;
  sdk.answer = ({ fail }) => fail();
  await expect(scan()).rejects.toThrow('does not scan');
});

test('WeChat that is silent is waited for once, and used when it has spoken', async () => {
  const { sdk, done, scan } = inWechat({ patienceMs: 10 });
  let speak = (): void => undefined;
  sdk.verdict = new Promise((resolve) => (speak = resolve));
  await expect(scan()).rejects.toThrow('too long');
  await expect(scan()).rejects.toThrow('too long');
  expect(done.filter((what) => what === 'wait')).toHaveLength(1);
  speak();
  await new Promise((resolve) => setTimeout(resolve));
  expect(await scan()).toBe('NX');
});
