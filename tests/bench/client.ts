import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { compressFolder } from '../../config/tasks/compress.mjs';
import { ensureChromium } from '../support/chromium.mjs';
import { startCloudProcess } from '../support/cloud-process';
import type { Report } from './report';

const root = fileURLToPath(new URL('../..', import.meta.url));
const minimalApp = fileURLToPath(new URL('./minimal-app', import.meta.url));
const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const rounds = 5;

interface FirstLoad {
  /** JavaScript and CSS as they travel, bytes. */
  bytes: number;
  lcpMs: number;
}

/** A minimal Taro page of the same versions, built now. */
async function buildMinimalApp(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nuanxin-minimal-'));
  cpSync(minimalApp, folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const taro = join(root, 'node_modules/@tarojs/cli/bin/taro');
  execFileSync(process.execPath, [taro, 'build', '--type', 'h5', '--no-check'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  await compressFolder(join(folder, 'dist'));
  return folder;
}

/** CPU × 4, 1.6 Mbit/s down, 0.75 up, 150 ms, nothing cached. */
async function load(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const kinds = new Map<string, string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (['Script', 'Stylesheet'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const lcpMs = await page.evaluate(
    () =>
      new Promise<number>((found) => {
        new PerformanceObserver((list) => found(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await context.close();
  return { bytes, lcpMs };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** First load of our H5 home against a minimal Taro page, both served by our cloud. */
export async function benchClient(report: Report): Promise<void> {
  const found = await ensureChromium();
  if ('skipped' in found) {
    process.stdout.write(`H5 skipped: ${found.skipped}\n`);
    return;
  }
  if (!existsSync(join(root, 'dist/h5/index.html'))) throw new Error('Build first: npm run build');
  const folder = await buildMinimalApp();
  const data = mkdtempSync(join(tmpdir(), 'nuanxin-bench-h5-'));
  const environment = { DEMO: '1', RATE_LIMIT_PER_MINUTE: '1000000' };
  const ours = await startCloudProcess({ ...environment, DATA_DIR: join(data, 'a') });
  const minimal = await startCloudProcess({
    ...environment,
    DATA_DIR: join(data, 'b'),
    H5_DIR: join(folder, 'dist'),
  });
  const browser = await chromium.launch({ executablePath: found.path, args: chromiumFlags });
  const loads: { ours: FirstLoad; minimal: FirstLoad }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    loads.push({ minimal: await load(browser, minimal.url), ours: await load(browser, ours.url) });
  }
  await browser.close();
  await Promise.all([ours.stop(), minimal.stop()]);
  for (const used of [folder, data]) rmSync(used, { recursive: true });
  const middle = (pick: (pair: { ours: FirstLoad; minimal: FirstLoad }) => number) => median(loads.map(pick));
  const bytes = (side: 'ours' | 'minimal') => middle((pair) => pair[side].bytes);
  const lcp = (side: 'ours' | 'minimal') => middle((pair) => pair[side].lcpMs);
  report.against('H5 home: JS + CSS of the first load', bytes('ours'), bytes('minimal'), 'bytes', null);
  report.against('H5 home: LCP, throttled', lcp('ours'), lcp('minimal'), 'ms', 1.5);
}
