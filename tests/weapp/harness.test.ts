import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, fixture, fixtureFolder, openFixture } from './fixture-program';
import { compile } from './harness/compile';
import type { MiniProgram } from './harness/mini-program';
import { compareWithWcc } from './harness/oracle';

let mp: MiniProgram;
beforeEach(() => void (mp = openFixture()));
afterEach(() => mp.close());

function expectSameTrees(): void {
  if (fixture.wcc === null) return;
  const { screen, wcc } = compareWithWcc(mp);
  expect(screen).toEqual(wcc);
}

describe('the two layers', () => {
  test('the logic layer has no DOM, no Node and no eval', () => {
    mp.runtime.launch();
    expect(mp.runtime.app?.['facts']).toMatchObject({
      document: 'undefined',
      window: 'undefined',
      process: 'undefined',
      fetch: 'undefined',
      XMLHttpRequest: 'undefined',
      unknownApi: 'undefined',
      eval: expect.stringContaining('EvalError') as string,
      Function: expect.stringContaining('EvalError') as string,
      missing: expect.stringContaining("module './nope.js' is not defined") as string,
    });
  });

  test('wx:for, wx:if, dataset, mark, catch and setData by path draw what wcc draws', () => {
    mp.runtime.launch();
    expectSameTrees();
    expect(mp.text('#n')).toBe('1|2');
    mp.tap('#t1');
    expect(mp.text('#last')).toBe('tap 1 1 t1 true');
    expect(mp.text('#t1')).toBe('ONE');
    expect(mp.text('#if')).toBe('big');
    expectSameTrees();
    mp.tap('#t2');
    expect(mp.text('#last')).toBe('stopped');
    expect(mp.runtime.setDataLog.at(-1)?.notJson).toBe(true);
    expect(mp.runtime.warnings).toEqual([]);
  });

  test('setData is counted in bytes of JSON', () => {
    mp.runtime.launch();
    const before = mp.runtime.setDataLog.length;
    mp.tap('#t1');
    const calls = mp.runtime.setDataLog.slice(before);
    const sent = JSON.stringify({ last: 'tap 1 1 t1 true', n: 2, 'list[0].name': 'ONE' });
    expect(calls).toEqual([
      expect.objectContaining({ owner: 'pages/home/home', bytes: Buffer.byteLength(sent), notJson: false }),
    ]);
  });

  test('components, fields and forms', () => {
    mp.runtime.launch();
    mp.tapText('count 5');
    expect(mp.text('#last')).toBe('counted 6');
    expect(mp.has('count 6')).toBe(true);
    mp.input('#name', '小明');
    mp.tap('#c1');
    mp.tap('#c2');
    expect(mp.text('#last')).toBe('chose tea+rice');
    mp.tap('#on');
    mp.tap('#submit');
    expect(mp.text('#last')).toBe('{"name":"小明","food":["tea","rice"],"on":true}');
    mp.tap('#disabled');
    expect(mp.text('#last')).toContain('小明');
    expect(mp.$('.wide').getAttribute('style')).toContain('150px');
    expect(fixture.css['pages/home/home']).toContain('50px');
    expect(mp.runtime.share()).toEqual({ title: 'share menu' });
  });

  test('what a handler throws, or a promise nobody looks at, is an error', async () => {
    mp.runtime.launch();
    mp.tap('#boom');
    mp.tap('#later');
    await mp.until(() => mp.runtime.errors.length === 2);
    expect(mp.runtime.errors.map(({ message }) => message)).toEqual(['boom', 'too late']);
  });

  test('what is not on screen cannot be tapped', () => {
    mp.runtime.launch();
    expect(() => mp.tapText('nowhere')).toThrow('nothing on screen says nowhere');
    expect(() => mp.tap('#nowhere')).toThrow('nothing on screen matches #nowhere');
  });
});

describe('pages and tabs', () => {
  test('tabs keep their page, are told of the tap, and cannot be pushed', async () => {
    mp.runtime.launch();
    mp.runtime.tapTab('Places');
    mp.runtime.tapTab('Home');
    expect(mp.text('#last')).toBe('tab Home');
    mp.runtime.tapTab('Places');
    expect(mp.runtime.stack()).toEqual(['pages/places/places']);
    expect(mp.runtime.lifecycle.filter((line) => line === 'pages/places/places.onLoad')).toHaveLength(1);
    await expect(mp.call('navigateTo', { url: '/pages/home/home' })).rejects.toEqual(
      failure('navigateTo:fail can not navigateTo a tabbar page'),
    );
    await mp.call('navigateTo', { url: '../detail/detail?q=a%20b' });
    expect(mp.text('#query')).toBe('{"q":"a%20b"}');
    expect(() => mp.runtime.tapTab('Home')).toThrow('pages/detail/detail shows no tab bar');
  });

  test('badges are recorded', async () => {
    mp.runtime.launch();
    await mp.call('setTabBarBadge', { index: 1, text: '3' });
    expect(mp.runtime.screen.tabs[1]).toMatchObject({ text: 'Places', badge: '3' });
    expect(mp.runtime.screen.calls).toContainEqual({ name: 'setTabBarBadge', index: 1, text: '3' });
    await mp.call('removeTabBarBadge', { index: 1 });
    expect(mp.runtime.screen.tabs[1]?.badge).toBeNull();
    await mp.call('hideTabBar');
    expect(() => mp.runtime.tapTab('Places')).toThrow('shows no tab bar');
  });

  test('the page stack ends at ten, unknown pages fail, a code opens a running app anew', async () => {
    mp.runtime.launch('pages/detail/detail?q=x', { scene: 1011 });
    expect(mp.runtime.app?.['launched']).toMatchObject({ scene: 1011, query: { q: 'x' } });
    await expect(mp.call('navigateTo', { url: '/pages/none/none' })).rejects.toEqual(
      failure('navigateTo:fail page "pages/none/none" is not found'),
    );
    for (let depth = 1; depth < 10; depth += 1) await mp.call('navigateTo', { url: '/pages/detail/detail' });
    await expect(mp.call('navigateTo', { url: '/pages/detail/detail' })).rejects.toEqual(
      failure('navigateTo:fail webview count limit exceed'),
    );
    await mp.call('navigateBack', { delta: 8 });
    expect(mp.runtime.stack()).toHaveLength(2);
    mp.runtime.background();
    mp.runtime.foreground('pages/detail/detail?q=y');
    expect(mp.runtime.stack()).toEqual(['pages/detail/detail']);
    expect(mp.text('#query')).toBe('{"q":"y"}');
  });

  test('a map: its properties, its markers, its region', () => {
    mp.runtime.launch('pages/places/places');
    expect(mp.map()).toMatchObject({ latitude: 31.8, scale: 16, markers: [{ id: 7 }] });
    mp.tapMarker(7);
    expect(mp.text('#last')).toBe('marker 7');
    expect(() => mp.tapMarker(8)).toThrow('the map has no marker 8');
    mp.moveMap({ scale: 14 });
    expect(mp.text('#last')).toBe('marker 7 begin gesture end drag 14');
  });
});

describe('storage', () => {
  test("WeChat's rules, and what the next run finds", async () => {
    mp.runtime.launch();
    mp.call('setStorageSync', 'k', { a: 1 });
    expect(mp.call('getStorageSync', 'k')).toEqual({ a: 1 });
    expect(mp.call('getStorageSync', 'none')).toBe('');
    expect(() => mp.call('setStorageSync', 'big', 'x'.repeat(2 << 20))).toThrow('entry size limit');
    await expect(mp.call('getStorage', { key: 'none' })).rejects.toEqual(
      failure('getStorage:fail data not found'),
    );
    const storage = mp.runtime.exportStorage();
    mp.close();
    mp = openFixture({ storage });
    mp.runtime.launch();
    expect(mp.call('getStorageSync', 'k')).toEqual({ a: 1 });
  });
});

describe('the official compilers', () => {
  const official = fixture.wcc === null ? test.skip : test;

  official('what wcc or wcsc rejects does not open', () => {
    const copy = mkdtempSync(join(tmpdir(), 'fixture-'));
    cpSync(fixtureFolder, copy, { recursive: true });
    writeFileSync(join(copy, 'pages/detail/detail.wxml'), '<view>');
    expect(() => compile(copy)).toThrow('wcc rejected the output');
    writeFileSync(join(copy, 'pages/detail/detail.wxml'), '<view />');
    writeFileSync(join(copy, 'pages/detail/detail.wxss'), '.a\\:b{color:red}');
    expect(() => compile(copy)).toThrow('wcsc rejected the output');
    rmSync(copy, { recursive: true });
  });

  test('what could not be checked here is said', () => {
    expect(fixture.skipped.length > 0).toBe(fixture.wcc === null);
    expect(fixture.warnings).toEqual([]);
    expect(fixture.sizes['main']?.over).toBeNull();
  });
});
