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
  theme: 'light' | 'dark';
}

export const phoneScreen: Screen = { width: 390, height: 844, theme: 'light' };

export interface VisitOptions extends Screen {
  /** Allowed to know it, WGS-84; refused when left out. */
  position?: { latitude: number; longitude: number };
  permissions?: string[];
}

/** A browser that has never been here. */
export interface Visit {
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

/** A request that did not get through is the page's to tell of. */
const isComplaint = (text: string): boolean => !text.startsWith('Failed to load resource');

/** In Hefei, in Chinese. */
export async function visit(browser: Browser, url: string, options: VisitOptions): Promise<Visit> {
  const { width, height, theme, position, permissions = [] } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: width < 600,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(position && { geolocation: { ...position, accuracy: 20 } }),
    permissions: [...permissions, ...(position ? ['geolocation'] : [])],
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && isComplaint(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { context, page, complaints };
}

/** Until the page on top stands in its place and nothing moves any more; what moves for ever is left alone. */
async function stillness(page: Page): Promise<void> {
  await page
    .locator('.taro_page:not(.taro_page_shade)')
    .last()
    .and(page.locator('.taro_page_stationed'))
    .waitFor();
  await page.evaluate(async () => {
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

/** One screen of a journey: reached, still, photographed, accessible; photographed too when it is not reached. */
export const lookAt =
  (walk: Walk, { page, complaints }: Visit, folder: string) =>
  (name: string, act: () => Promise<unknown>): Promise<void> =>
    walk(name, async () => {
      const photograph = (title: string) =>
        page.screenshot({ path: `${shots}${folder}/${title.replaceAll(' ', '-')}.png` });
      mkdirSync(shots + folder, { recursive: true });
      try {
        await act();
        await stillness(page);
      } catch (error) {
        await photograph(`${name} not reached`);
        throw error;
      }
      await photograph(name);
      await expectAccessible(page);
      expect(complaints).toEqual([]);
      return undefined;
    });
