import type { WordCategory } from '../../contract/screenings';
import { plainOf } from './plain-text';
import { wordList } from './word-list';

/** Where a word stands in a text, in UTF-16 units. */
export interface Hit {
  start: number;
  end: number;
  category: WordCategory;
}

interface Node {
  readonly next: Map<string, Node>;
  category: WordCategory | null;
}

const nodeOf = (): Node => ({ next: new Map(), category: null });
const latin = /^[a-z0-9]$/;

/** Every word, letter by letter; without those that are allowed. */
function treeOf(added: readonly string[], allowed: readonly string[]): Node {
  const root = nodeOf();
  const without = new Set(allowed.map((word) => plainOf(word).letters.join('')));
  const put = (word: string, category: WordCategory) => {
    const { letters } = plainOf(word);
    if (letters.length === 0 || without.has(letters.join(''))) return;
    let node = root;
    for (const letter of letters) {
      const next = node.next.get(letter) ?? nodeOf();
      node.next.set(letter, next);
      node = next;
    }
    node.category ??= category;
  };
  for (const [category, words] of wordList) for (const word of words) put(word, category);
  for (const word of added) put(word, 'community');
  return root;
}

/** Finds the words of the common list and of a community in what was written. */
export interface WordFilter {
  /** In order, none within another; the longest where several begin. */
  find(text: string): Hit[];
}

export function createWordFilter({
  addedWords,
  allowedWords,
}: {
  addedWords: readonly string[];
  allowedWords: readonly string[];
}): WordFilter {
  const root = treeOf(addedWords, allowedWords);
  return {
    find(text) {
      const { letters, starts, ends } = plainOf(text);
      /** A Latin word is one only where no letter touches it in the text: `sb` is none in `usb`. */
      const isTorn = (from: number, last: number) => {
        const touches = (letter: string | undefined, neighbour: string | undefined, isNext: boolean) =>
          isNext && latin.test(letter ?? '') && latin.test(neighbour ?? '');
        return (
          touches(letters[from], letters[from - 1], ends[from - 1] === starts[from]) ||
          touches(letters[last], letters[last + 1], ends[last] === starts[last + 1])
        );
      };
      const longestAt = (from: number) => {
        let node: Node | undefined = root;
        let found: { last: number; category: WordCategory } | null = null;
        for (let at = from; node && at < letters.length; at += 1) {
          node = node.next.get(letters[at] ?? '');
          if (node?.category && !isTorn(from, at)) found = { last: at, category: node.category };
        }
        return found;
      };
      const hits: Hit[] = [];
      for (let from = 0; from < letters.length; from += 1) {
        const found = longestAt(from);
        if (!found) continue;
        hits.push({ start: starts[from] ?? 0, end: ends[found.last] ?? 0, category: found.category });
        from = found.last;
      }
      return hits;
    },
  };
}
