import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debian.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function find() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), macChrome];
  return files.find((file) => existsSync(file)) ?? null;
}

/** Chinese text without a font would be boxes. */
function hasChineseFont() {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return status !== 0 || stdout.trim() !== '';
}

/**
 * A Chromium to test with, installed from Debian where that is possible.
 * @returns {Promise<{ path: string } | { skipped: string }>}
 */
export async function ensureChromium() {
  const found = find();
  if (found && hasChineseFont()) return { path: found };
  const failure = installDebianPackages('chromium', 'fonts-noto-cjk', 'fontconfig');
  const path = find();
  if (path) return { path };
  return { skipped: `no Chromium (${failure}): install one, or set CHROMIUM to its path` };
}
