import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUse, lockFolder } from './folder-lock';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nuanxin-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('one server holds a folder until it gives it back', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  unlock();
  lockFolder(folder)();
});

test('the lock of a killed server is taken over', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(join(folder, 'server.lock'), `${pid} 1`);
  lockFolder(folder)();
});

test('a later process with the number of the killed one does not keep the lock', () => {
  writeFileSync(join(folder, 'server.lock'), `${process.pid} 1`);
  if (process.platform === 'linux') lockFolder(folder)();
});
