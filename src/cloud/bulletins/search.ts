import { bulletinLimits, type Mark } from '../../contract/bulletins';

/** Letters of one width and one size, and where what each stands for begins and ends; all in UTF-16 units. */
interface Letters {
  text: string;
  starts: number[];
  ends: number[];
}

function lettersOf(text: string): Letters {
  const known: Letters = { text: '', starts: [], ends: [] };
  let start = 0;
  for (const written of text) {
    const end = start + written.length;
    const letters = written.normalize('NFKC').toLowerCase();
    known.text += letters;
    for (let unit = 0; unit < letters.length; unit += 1) {
      known.starts.push(start);
      known.ends.push(end);
    }
    start = end;
  }
  return known;
}

/** As texts are searched. */
export const searchTextOf = (text: string): string => lettersOf(text).text;

/** What the index is asked for, and what it cannot tell. */
export interface Search {
  words: string[];
  /** Two neighbouring characters. */
  pairs: string[];
  /** Words of one character. */
  characters: string[];
  /** Words whose pairs may stand apart: to be looked for in the text itself. */
  long: string[];
}

/** null: nothing is searched for. */
export function searchOf(q: string | undefined): Search | null {
  const all = searchTextOf(q ?? '')
    .split(/[\s\p{Cc}\p{Cf}]+/u)
    .filter((word) => word !== '');
  const words = [...new Set(all)].slice(0, bulletinLimits.searchWords);
  if (words.length === 0) return null;
  const split = words.map((word) => Array.from(word));
  const pairs = split.flatMap((letters) =>
    letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`),
  );
  return {
    words,
    pairs: [...new Set(pairs)],
    characters: split.filter(({ length }) => length === 1).map((letters) => letters.join('')),
    long: split.filter(({ length }) => length > 2).map((letters) => letters.join('')),
  };
}

type Span = readonly [start: number, end: number];

/** Where the words stand, in UTF-16 units of the text, in order and apart from each other. */
function hitsIn(text: string, words: readonly string[]): Span[] {
  const letters = lettersOf(text);
  const spans: [number, number][] = [];
  for (const word of words) {
    for (let at = letters.text.indexOf(word); at >= 0; at = letters.text.indexOf(word, at + word.length)) {
      spans.push([letters.starts[at] ?? 0, letters.ends[at + word.length - 1] ?? text.length]);
    }
  }
  spans.sort(([a], [b]) => a - b);
  const apart: [number, number][] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else apart.push(span);
  }
  return apart;
}

/** A text in pieces: what was searched for, and what stands between. */
export function marksOf(text: string, words: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const [start, end] of hitsIn(text, words)) {
    if (start > at) marks.push({ text: text.slice(at, start), isHit: false });
    marks.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  if (at < text.length) marks.push({ text: text.slice(at), isHit: false });
  return marks;
}

/** Characters of a snippet, and of what stands before the first hit in it. */
const snippetLength = 80;
const before = 18;
const dots = '…';

/** Never through the middle of a character. */
const whole = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** Some of the text around the first of the words, or how it begins. */
export function snippetOf(plainText: string, words: readonly string[]): Mark[] {
  const text = plainText.replace(/\n+/g, ' ');
  const first = words.length > 0 ? (hitsIn(text, words)[0]?.[0] ?? 0) : 0;
  const start = first <= before ? 0 : first - before;
  const piece = whole(text.slice(start, start + snippetLength));
  const isCut = start + snippetLength < text.length;
  return marksOf(`${start > 0 ? dots : ''}${piece}${isCut ? dots : ''}`, words);
}
