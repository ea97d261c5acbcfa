import { fileURLToPath } from 'node:url';
import { signInTexts } from '../../src/client/sessions/texts';
import type { Session } from '../../src/contract/sessions';
import type { JourneyCloud } from '../support/journey-cloud';
import type { Walk } from '../support/journeys';
import { compile } from './harness/compile';
import { openMiniProgram, type MiniProgram } from './harness/mini-program';
import { compareWithWcc } from './harness/oracle';
import type { Kept } from './harness/wx-storage';

const dist = process.env['WEAPP_DIST'] ?? fileURLToPath(new URL('../../dist/weapp', import.meta.url));

/** The built mini-program, compiled once for all runs. */
export const built = compile(dist);

export interface RiderOptions {
  /** Who WeChat says this is. */
  openid: string;
  /** What the app kept before it was closed. */
  storage?: Kept;
  /** Sees every request on its way. */
  onRequest?: (url: URL) => void;
}

/** The built mini-program on a rider's phone; its requests go to the cloud. */
export function takePhone(cloud: JourneyCloud, { openid, storage, onRequest }: RiderOptions): MiniProgram {
  const mp = openMiniProgram(dist, {
    bundle: built,
    ...(storage && { storage }),
    rewrite(url) {
      const { pathname, search } = new URL(url);
      const there = new URL(pathname + search, cloud.url);
      onRequest?.(there);
      return there.href;
    },
  });
  mp.stub('login', () => ({ code: cloud.wechat.issueCode(openid) }));
  return mp;
}

/** Somebody of the demonstration signs in elsewhere. */
export async function demoSession(cloud: JourneyCloud, account: string): Promise<Session> {
  const answer = await fetch(`${cloud.url}/api/sessions/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  return (await answer.json()) as Session;
}

/** What the app of somebody signed in has kept. */
export const keptBy = (session: Session): Kept => ({ session: JSON.stringify(JSON.stringify(session)) });

/** Nothing has gone wrong, and the screen shows what WeChat's own compiler draws of the same data. */
function expectSound(mp: MiniProgram): void {
  expect(mp.runtime.errors).toEqual([]);
  expect(mp.runtime.warnings).toEqual([]);
  expect(mp.logs.filter(({ level }) => level === 'error')).toEqual([]);
  expect(mp.runtime.setDataLog.filter(({ notJson }) => notJson)).toEqual([]);
  if (built.wcc === null) return;
  const { screen, wcc } = compareWithWcc(mp);
  expect(screen).toEqual(wcc);
}

/** At the end of every test: still and sound. */
export async function putAway(mp: MiniProgram): Promise<void> {
  try {
    await mp.settled();
    expectSound(mp);
  } finally {
    mp.close();
  }
}

/** One step on the phone, until it is still; measured in setData, sound at its end. */
export const walkOn =
  (walk: Walk, phone: () => MiniProgram) =>
  (name: string, act: () => unknown): Promise<void> =>
    walk(name, async () => {
      const before = phone();
      const count = before.runtime.setDataLog.length;
      await act();
      const after = phone();
      await after.settled();
      expectSound(after);
      const calls = after.runtime.setDataLog.slice(after === before ? count : 0);
      return {
        setDataCalls: calls.length,
        setDataBytes: calls.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    });

/** The session the app keeps; null when nobody is signed in. */
export function keptSession(storage: Kept): Session | null {
  const text = storage['session'];
  return text ? (JSON.parse(JSON.parse(text) as string) as Session) : null;
}

/** On the sign-in page: ticks that the privacy notice has been read. */
export async function agreeToNotice(mp: MiniProgram): Promise<void> {
  mp.tap('.agreement__tick');
  await mp.until(() => mp.all('.agreement__box--on').length === 1);
}

/** On the sign-in page: agrees to the notice and signs in with WeChat. */
export async function signInWithWechat(mp: MiniProgram): Promise<void> {
  await mp.seeText(signInTexts.wechat);
  await agreeToNotice(mp);
  await mp.press(signInTexts.wechat);
}
