import type { Screening } from '../../../contract/screenings';

type Written = Screening['texts'][number];

/** A stretch of a text; marked where it is a word of the list. */
export interface Stretch {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The text in stretches, as it reads. */
export function stretchesOf({ text, hits }: Pick<Written, 'text' | 'hits'>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start > at) stretches.push({ text: text.slice(at, start), isMarked: false });
    stretches.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), isMarked: false });
  return stretches;
}
