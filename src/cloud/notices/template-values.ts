/** What WeChat takes of each kind of value (订阅消息参数值内容限制): how many characters, and which. */
interface Limit {
  kind: RegExp;
  most: number;
  /** Characters that may not be in it. */
  not: RegExp;
}

const limits: readonly Limit[] = [
  { kind: /^thing\d+$/, most: 20, not: /\p{Cc}/gu },
  { kind: /^number\d+$/, most: 32, not: /[^\d.-]/g },
  { kind: /^letter\d+$/, most: 32, not: /[^A-Za-z]/g },
  { kind: /^symbol\d+$/, most: 5, not: /[^\p{P}\p{S}]/gu },
  { kind: /^character_string\d+$/, most: 32, not: /[^\x21-\x7e]/g },
  { kind: /^(time|date)\d+$/, most: 40, not: /[^\d年月日时分 :~/-]/g },
  { kind: /^amount\d+$/, most: 12, not: /[^\d.¥元]/g },
  { kind: /^phone_number\d+$/, most: 17, not: /[^\d+\- ]/g },
  { kind: /^car_number\d+$/, most: 8, not: /\p{Cc}/gu },
  { kind: /^name\d+$/, most: 10, not: /[^\p{Script=Han}A-Za-z ]/gu },
  { kind: /^phrase\d+$/, most: 5, not: /[^\p{Script=Han}]/gu },
];

/** Kinds whose end may be cut with a mark that it was. */
const cutWithMark = /^thing\d+$/;
const latin = /^[A-Za-z ]+$/;

/** As WeChat counts characters. */
const lengthOf = (text: string) => Array.from(text).length;

const graphemes = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** The first characters as people count them, but never more code points than WeChat does. */
function cut(text: string, most: number, mark: string): string {
  if (lengthOf(text) <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (lengthOf(kept + segment) > most - mark.length) break;
    kept += segment;
  }
  return kept + mark;
}

/** A value that WeChat takes for this field; null where nothing is left of it. */
export function templateValue(field: string, value: string): string | null {
  const limit = limits.find(({ kind }) => kind.test(field));
  if (!limit) return null;
  const allowed = value.replace(limit.not, '').trim();
  const most = /^name\d+$/.test(field) && latin.test(allowed) ? 20 : limit.most;
  const mixed = /^name\d+$/.test(field) && !latin.test(allowed) ? allowed.replace(/[A-Za-z ]/g, '') : allowed;
  return cut(mixed, most, cutWithMark.test(field) ? '…' : '').trim() || null;
}
