import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import {
  pxOf,
  styleScope,
  subPackagesOf,
  type AppConfig,
  type Bundle,
  type PackageSize,
  type PageConfig,
} from './bundle';

interface TemplateGroup {
  addTmpl(path: string, source: string): object[];
  addScript(path: string, source: string): void;
  getTmplGenObjectGroups(): string;
  free(): void;
}

const require = createRequire(import.meta.url);
const { TmplGroup } = require('glass-easel-template-compiler') as { TmplGroup: new () => TemplateGroup };

const packageLimit = 2 * 1024 * 1024;

/** Names the logic layer must not see: WeChat shadows them by wrapper parameters too. */
const hidden = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage'],
  ...['history', 'screen', 'alert', 'confirm', 'prompt', 'XMLHttpRequest', 'WebSocket', 'fetch', 'process'],
  'Buffer',
];
const given = [
  ...['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp'],
  ...['getCurrentPages', 'global'],
];
const wrap = (source: string) => `(function(${[...given, ...hidden].join(',')}){${source}\n})`;

const withoutEnding = (file: string) => file.replace(/\.\w+$/, '');

function filesIn(folder: string, base = folder): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path, base) : [relative(base, path).split(sep).join('/')];
  });
}

/** The official compilers for this system: x64 programs, from the npm package. */
function officialCompiler(name: 'wcc' | 'wcsc'): string {
  const folder = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform as string] ?? 'none';
  const packageFolder = dirname(require.resolve('miniprogram-compiler/package.json'));
  return join(packageFolder, 'bin', folder, process.platform === 'win32' ? `${name}.exe` : name);
}

class NotRunnable extends Error {}

function runOfficial(name: 'wcc' | 'wcsc', args: string[], cwd: string): string {
  const program = officialCompiler(name);
  try {
    chmodSync(program, 0o755); // npm packs them without the executable bit
    return execFileSync(program, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { code, stderr, message } = error as Error & { code?: string; stderr?: string };
    if (['ENOENT', 'EACCES', 'ENOEXEC'].includes(code ?? '')) throw new NotRunnable(`${name}: ${message}`);
    throw new Error(`${name} rejected the output: ${(stderr ?? message).trim()}`, { cause: error });
  }
}

/** What `work` answers, or null where the official compilers do not run: noted, never silent. */
function unlessSkipped<Result>(skipped: Set<string>, what: string, work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NotRunnable)) throw error;
    skipped.add(`${what}: WeChat's compiler does not run on ${process.platform}-${process.arch}`);
    return null;
  }
}

function compileWxss(bundle: Pick<Bundle, 'dist' | 'width'>, file: string, files: string[], prefix: string) {
  if (statSync(join(bundle.dist, file)).size === 0) return '';
  const others = files.filter((other) => other.endsWith('.wxss') && other !== file);
  return runOfficial('wcsc', [file, ...others], bundle.dist)
    .replace(/%%HERESUFFIX%%/g, prefix)
    .replace(/%%\?(-?[\d.]+)rpx\?%%/g, (_, rpx: string) => `${pxOf(Number(rpx), bundle.width)}px`);
}

/** Without wcsc: as written, with px; tag selectors stay unscoped. */
function plainWxss({ dist, width }: Pick<Bundle, 'dist' | 'width'>, file: string): string {
  const source = readFileSync(join(dist, file), 'utf8');
  return source.replace(/(-?\d*\.?\d+)rpx/g, (_, rpx: string) => `${pxOf(Number(rpx), width)}px`);
}

function packageSizes(dist: string, app: AppConfig, files: string[]): Record<string, PackageSize> {
  const roots = subPackagesOf(app).map(({ root }) => root.replace(/\/?$/, '/'));
  const empty = (): PackageSize => ({ bytes: 0, files: {}, over: null });
  const sizes = Object.fromEntries(['main', ...roots].map((name) => [name, empty()]));
  for (const file of files) {
    if (file === 'project.config.json' || /\.(LICENSE\.txt|map)$/.test(file)) continue;
    const size = sizes[roots.find((root) => file.startsWith(root)) ?? 'main'] ?? empty();
    const bytes = statSync(join(dist, file)).size;
    size.bytes += bytes;
    size.files[file] = bytes;
  }
  for (const [name, size] of Object.entries(sizes))
    if (size.bytes > packageLimit) size.over = `${name} is over 2 MiB`;
  return sizes;
}

function apiNames(): string[] {
  const folder = dirname(require.resolve('miniprogram-api-typings/package.json'));
  const text = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8');
  const members = text
    .slice(text.indexOf('interface Wx {'))
    .matchAll(/^ {8}(?:readonly )?([a-zA-Z]\w*)[<(:]/gm);
  return [...new Set([...members].map(([, name]) => name ?? ''))];
}

function compileTemplates(dist: string, files: string[]): Pick<Bundle, 'templates' | 'warnings'> {
  const group = new TmplGroup();
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  const warnings = files
    .filter((file) => file.endsWith('.wxml'))
    .flatMap((file) =>
      group.addTmpl(withoutEnding(file), read(file)).map((warning) => ({ file, ...warning })),
    );
  for (const file of files.filter((other) => other.endsWith('.wxs')))
    group.addScript(withoutEnding(file), read(file));
  const templates = group.getTmplGenObjectGroups();
  group.free();
  return { templates, warnings };
}

/**
 * Reads a compiled mini-program and compiles its templates and styles: with glass-easel's compiler for the screen, with
 * WeChat's official wcc and wcsc as gates. Throws what they reject.
 */
export function compile(folder: string, { width = 375 }: { width?: number } = {}): Bundle {
  const dist = resolve(folder);
  const files = filesIn(dist);
  const withEnding = (...endings: string[]) =>
    files.filter((file) => endings.some((end) => file.endsWith(end)));
  const json = (file: string) => JSON.parse(readFileSync(join(dist, file), 'utf8')) as unknown;
  const app = json('app.json') as AppConfig;
  const skipped = new Set<string>();
  const wcc = unlessSkipped(skipped, 'WXML with wcc, and the second opinion', () =>
    runOfficial('wcc', ['-d', ...withEnding('.wxml', '.wxs')], dist),
  );
  const configs = Object.fromEntries(
    withEnding('.json')
      .filter((file) => file !== 'app.json')
      .map((file) => [withoutEnding(file), json(file) as PageConfig]),
  );
  const prefixOf = (path: string) => (configs[path]?.component ? `${styleScope(path)}--` : '');
  const cssOf = (file: string) =>
    unlessSkipped(skipped, 'WXSS with wcsc', () =>
      compileWxss({ dist, width }, file, files, prefixOf(withoutEnding(file))),
    ) ?? plainWxss({ dist, width }, file);
  const scriptOf = (file: string) => wrap(readFileSync(join(dist, file), 'utf8'));
  return {
    dist,
    width,
    app,
    configs,
    wcc,
    ...compileTemplates(dist, files),
    pages: [
      ...(app.pages ?? []).map((path) => ({ path, root: '' })),
      ...subPackagesOf(app).flatMap(({ root, pages }) =>
        pages.map((page) => ({ path: `${root.replace(/\/$/, '')}/${page}`, root })),
      ),
    ],
    css: Object.fromEntries(withEnding('.wxss').map((file) => [withoutEnding(file), cssOf(file)])),
    js: Object.fromEntries(withEnding('.js').map((file) => [file, scriptOf(file)])),
    sizes: packageSizes(dist, app, files),
    apis: apiNames(),
    skipped: [...skipped],
  };
}
