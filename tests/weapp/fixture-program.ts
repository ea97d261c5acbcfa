import { fileURLToPath } from 'node:url';
import { compile } from './harness/compile';
import { openMiniProgram, type MiniProgram, type OpenOptions } from './harness/mini-program';

export const fixtureFolder = fileURLToPath(new URL('./fixture', import.meta.url));

/** A small native mini-program, to see what the harness itself does. */
export const fixture = compile(fixtureFolder);

export const openFixture = (options: OpenOptions = {}): MiniProgram =>
  openMiniProgram(fixtureFolder, { bundle: fixture, ...options });

/** What an API fails with. */
export const failure = (errMsg: string, more: object = {}): object =>
  expect.objectContaining({ errMsg, ...more }) as object;
