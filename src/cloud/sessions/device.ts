import { otherDevice } from './texts';

/** The first that matches names it; the order matters, since browsers name each other. */
const machines: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, 'Mac 电脑'],
  [/Linux/, 'Linux 电脑'],
];
const apps: readonly (readonly [RegExp, string])[] = [
  [/miniProgram/i, '微信小程序'],
  [/MicroMessenger/, '微信'],
  [/Edg/, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const nameIn = (table: typeof machines, agent: string) => table.find(([pattern]) => pattern.test(agent))?.[1];

/** The kind of machine and app behind a User-Agent, for its owner to know it by: no model, no version. */
export function deviceOf(agent: string | undefined): string {
  const machine = nameIn(machines, agent ?? '');
  const app = nameIn(apps, agent ?? '');
  return [machine, app].filter(Boolean).join(' · ') || otherDevice;
}
