import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ensureChromium } from '../support/chromium.mjs';
import type { Walk } from '../support/journeys';

const shots = fileURLToPath(new URL('../../.out/screenshots/', import.meta.url));

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'],
  ...['--disable-background-networking', '--disable-sync'],
];

/** Waiting for something on screen, ms. */
const patience = 15_000;

export interface Screen {
  width: number;
  height: number;
}

export const phoneScreen: Screen = { width: 390, height: 844 };
export const wideScreen: Screen = { width: 1280, height: 800 };
const themes = ['light', 'dark'] as const;

/** What WeChat's own browser says it is. */
export const inWechat =
  'Mozilla/5.0 (Linux; Android 14; V2310A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49';

export interface VisitOptions extends Screen {
  /** Allowed to know it, WGS-84; refused when left out. */
  position?: { latitude: number; longitude: number };
  permissions?: string[];
  /** What the browser says it is. */
  userAgent?: string;
  /** A service worker's own requests cannot be held up. */
  serviceWorkers?: 'allow' | 'block';
}

/** A browser that has never been here. */
export interface Visit {
  screen: Screen;
  context: BrowserContext;
  page: Page;
  /** What the browser complained of, but for requests that did not get through. */
  complaints: string[];
}

export async function launchBrowser(...more: string[]): Promise<Browser> {
  const found = await ensureChromium();
  if ('skipped' in found) throw new Error(found.skipped);
  return chromium.launch({ executablePath: found.path, args: [...flags, ...more] });
}

/** What the API refuses, and a request that did not get through, are the page's to tell of; a missing file is not. */
const isComplaint = (text: string, url: string): boolean =>
  !text.startsWith('Failed to load resource') || (text.includes('status of') && !url.includes('/api/'));

/** In Hefei, in Chinese. */
export async function visit(browser: Browser, url: string, options: VisitOptions): Promise<Visit> {
  const { width, height, position, permissions = [], serviceWorkers = 'allow', userAgent } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: width < 600,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers,
    ...(userAgent && { userAgent }),
    ...(position && { geolocation: { ...position, accuracy: 20 } }),
    permissions: [...permissions, ...(position ? ['geolocation'] : [])],
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && isComplaint(text, message.location().url)) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { screen: { width, height }, context, page, complaints };
}

/** Until the page on top stands in its place and nothing moves any more; what moves for ever is left alone. */
async function stillness(page: Page): Promise<void> {
  await page
    .locator('.taro_page:not(.taro_page_shade)')
    .last()
    .and(page.locator('.taro_page_stationed'))
    .waitFor();
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const passing = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** No finding of axe-core that is serious or critical. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const lines = grave.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
  expect(lines).toEqual([]);
}

/** One screen of a journey: reached, still, photographed and accessible in both themes; photographed too when it is not reached. */
export const lookAt =
  (walk: Walk, { screen, page, complaints }: Visit, journey: string) =>
  (name: string, act: () => Promise<unknown>): Promise<void> =>
    walk(name, async () => {
      const photograph = (theme: string, title: string) => {
        const words = `${screen.width}x${screen.height} ${theme} ${journey} ${title}`;
        return page.screenshot({ path: `${shots}${words.replaceAll(/\W+/g, '-')}.png` });
      };
      mkdirSync(shots, { recursive: true });
      try {
        await act();
        await stillness(page);
      } catch (error) {
        await photograph('light', `${name} not reached`);
        throw error;
      }
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme });
        await stillness(page);
        await photograph(colorScheme, name);
        await expectAccessible(page);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      expect(complaints).toEqual([]);
      return undefined;
    });
