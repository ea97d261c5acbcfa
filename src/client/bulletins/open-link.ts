import type { Platform } from '../platform/platform';
import { bodyTexts as texts } from './body-texts';

/** Pages that have a tab. */
const tabs = ['/home/rider/home', '/stations/rider/list', '/coupons/rider/list', '/settings/rider/me'];

/** Where a link of a bulletin leads: a page of the app, a telephone, or a page of the web. */
export async function openLink(href: string, device: Platform): Promise<void> {
  const { navigation, phone, web, clipboard, feedback } = device;
  if (href.startsWith('/')) {
    const isTab = tabs.includes(href.split('?')[0] ?? '');
    return isTab ? navigation.toTab(href) : navigation.to(href);
  }
  if (/^tel:/i.test(href)) return phone.call(href.slice('tel:'.length));
  if (web.canOpen) return web.open(href);
  feedback.toast((await clipboard.copy(href)) ? texts.copied : texts.notCopied);
}
