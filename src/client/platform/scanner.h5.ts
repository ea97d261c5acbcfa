import { feedback } from './feedback';
import type { PageSigner, Scanner } from './scanner';
import { scanTexts } from './texts';

/** WeChat on a phone: on a computer it scans nothing. */
const canAskWechat =
  /MicroMessenger/i.test(navigator.userAgent) && !/(Windows|Mac)Wechat/i.test(navigator.userAgent);

let signPage: PageSigner | null = null;
let wechatScan: (() => Promise<string | null>) | null = null;

async function scanByWechat(sign: PageSigner): Promise<string | null> {
  const { createWechatScan, loadJsSdk } = await import('./wechat-scan');
  const [pageUrl = ''] = window.location.href.split('#');
  wechatScan ??= createWechatScan({
    pageUrl,
    sign,
    loadSdk: loadJsSdk,
    whenWaiting: () => feedback.toast(scanTexts.openingWechat),
  });
  return wechatScan();
}

export const scanner: Scanner = {
  signPagesBy: (sign) => void (signPage = sign),
  async scan() {
    try {
      if (canAskWechat && signPage) return await scanByWechat(signPage);
    } catch {
      // No official account, or WeChat does not answer: our own way reads codes as well.
    }
    const { openScanOverlay } = await import('./scan-overlay');
    return openScanOverlay();
  },
};
