import type { PageSignature, PageSigner } from './scanner';

/** The cloud's content security policy allows this address and no other. */
const sdkUrl = 'https://res.wx.qq.com/open/js/jweixin-1.6.0.js';
const patienceMs = 5_000;

/** What is used of WeChat's JS-SDK. */
export interface JsSdk {
  config(
    page: Omit<PageSignature, 'nonce'> & {
      debug: boolean;
      nonceStr: string;
      jsApiList: readonly string[];
    },
  ): void;
  ready(act: () => void): void;
  error(act: () => void): void;
  scanQRCode(request: {
    /** 1: we are told what was read; WeChat does not open it. */
    needResult: 1;
    scanType: readonly string[];
    success: (answer: { resultStr?: string }) => void;
    cancel: () => void;
    fail: () => void;
  }): void;
}

export interface WechatScanParts {
  readonly pageUrl: string;
  readonly sign: PageSigner;
  readonly loadSdk: () => Promise<JsSdk>;
  /** The person has to wait until WeChat is ready. */
  readonly whenWaiting: () => void;
  readonly patienceMs?: number;
}

export function loadJsSdk(): Promise<JsSdk> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = sdkUrl;
    script.onload = () => {
      const { wx } = window as Window & { wx?: JsSdk };
      if (wx) resolve(wx);
      else reject(new Error('The JS-SDK has left nothing'));
    };
    script.onerror = () => reject(new Error('The JS-SDK does not load'));
    document.head.append(script);
  });
}

/** Signed first: without an official account nothing is loaded from elsewhere. */
async function prepared({ pageUrl, sign, loadSdk }: WechatScanParts): Promise<JsSdk> {
  const { appId, timestamp, nonce, signature } = await sign(pageUrl);
  const sdk = await loadSdk();
  await new Promise<void>((resolve, reject) => {
    const jsApiList = ['scanQRCode'];
    sdk.config({ debug: false, appId, timestamp, nonceStr: nonce, signature, jsApiList });
    // It says that it is ready even after it has refused: the refusal comes first.
    sdk.error(() => reject(new Error('WeChat refuses the page')));
    sdk.ready(resolve);
  });
  return sdk;
}

const scanBy = (sdk: JsSdk): Promise<string | null> =>
  new Promise((resolve, reject) => {
    sdk.scanQRCode({
      needResult: 1,
      scanType: ['qrCode'],
      success: ({ resultStr }) => resolve(resultStr || null),
      cancel: () => resolve(null),
      fail: () => reject(new Error('WeChat does not scan')),
    });
  });

async function within<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('WeChat takes too long')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * WeChat's own scanner, made ready at the first scan. Null when the person closes it, and for a tap while another is
 * about to open; throws where it does not work.
 */
export function createWechatScan(parts: WechatScanParts): () => Promise<string | null> {
  let ready: Promise<JsSdk> | null = null;
  let isOpening = false;

  function open(): Promise<JsSdk> {
    // Waited for once already: it is there by now, or it is not.
    if (ready) return within(ready, 0);
    ready = prepared(parts);
    void ready.catch(() => (ready = null));
    parts.whenWaiting();
    return within(ready, parts.patienceMs ?? patienceMs);
  }

  return async () => {
    if (isOpening) return null;
    isOpening = true;
    const sdk = await open().finally(() => (isOpening = false));
    return scanBy(sdk);
  };
}
