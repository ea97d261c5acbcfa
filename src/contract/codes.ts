import type { Static } from 'typebox';
import { defineProblems, endpoint } from './http';
import type { CodesSchema, ResolvedCodeSchema, resolveCodeSchemas } from './codes.schema';

/** What a printed code stands for. */
export const codeTargets = ['station', 'merchant'] as const;

/**
 * A printed code is `https://HOST/q/<id>`, the id ten characters without look-alikes, so that it can also be typed.
 * A rotating code adds `.<window>.<signature>`.
 */
const codePathPattern = /\/q\/([0-9a-hjkmnp-tv-z]{10}(?:\.[0-9a-z]{1,12}\.[A-Za-z0-9_-]{16,64})?)(?:[?#]|$)/;
export const codeIdPattern = '^[0-9a-hjkmnp-tv-z]{10}$';
export const codePattern = '^[0-9a-hjkmnp-tv-z]{10}(\\.[0-9a-z]{1,12}\\.[A-Za-z0-9_-]{16,64})?$';

/**
 * What a leader's screen shows on the day of an activity, to come (`i`) and to go (`o`): `https://HOST/q/<code>`. No
 * printed code begins so, which tells them apart without a network.
 */
const dayCode = '[io][0-9a-hjkmnp-tv-z]{10}\\.[0-9a-z]{1,12}\\.[A-Za-z0-9_-]{16,64}';
export const dayCodePattern = `^${dayCode}$`;
const dayCodePathPattern = new RegExp(`/q/(${dayCode})(?:[?#]|$)`);

export type ResolvedCode = Static<typeof ResolvedCodeSchema>;
export type PlaceCodes = Static<typeof CodesSchema>;

export const codeProblems = defineProblems({
  code_unknown: [404, '没有找到这个码，请确认是不是社区张贴的二维码'],
  code_revoked: [410, '这个码已停用，请扫新换的二维码'],
  not_a_station_code: [409, '这是店家的优惠码，不能用来签到'],
  not_a_merchant_code: [409, '这不是店家的优惠码，请扫店里的码'],
  code_stale: [409, '屏幕上的码已过期，请重新扫码'],
});

/** Anyone may: what a scanned code stands for. */
export const resolveCode = endpoint<typeof resolveCodeSchemas>()({
  name: 'resolveCode',
  method: 'GET',
  path: '/api/codes/:code',
  summary: 'What a printed code stands for',
  problems: [codeProblems.code_unknown, codeProblems.code_revoked],
});

/**
 * The code within what a scanner read or a person typed; null when there is none.
 * Tolerates another host, one round of percent-encoding, blanks and capitals in a typed code.
 */
export function parseCode(text: string): string | null {
  const decoded = /%2f/i.test(text) ? decodeURIComponent(text) : text;
  const scanned = codePathPattern.exec(decoded);
  if (scanned?.[1]) return scanned[1];
  const typed = text.replace(/[\s-]/g, '').toLowerCase();
  return new RegExp(codeIdPattern).test(typed) ? typed : null;
}

/** The code of an activity's day within what a scanner read; null when there is none. */
export function parseDayCode(text: string): string | null {
  const decoded = /%2f/i.test(text) ? decodeURIComponent(text) : text;
  return dayCodePathPattern.exec(decoded)?.[1] ?? null;
}
