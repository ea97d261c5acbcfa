/** A part of a longer text that was put in at once. */
export type Pasted =
  { type: 'paragraph'; text: string } | { type: 'list'; isNumbered: boolean; items: string[] };

/** How Word and others begin the lines of a list. */
const bullet = /^[\t ]*[•·●○▪◦‣–-][\t ]+/;
const number = /^[\t ]*(?:[(（]?\d{1,2}[)）.、．])[\t ]*/;

/** Lines of a list that stand together are one list, every other line a paragraph of its own. */
export function blocksOfText(text: string): Pasted[] {
  const blocks: Pasted[] = [];
  for (const raw of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.replace(/\u00a0/g, ' ').trim();
    if (line === '') continue;
    const mark = bullet.exec(raw) ?? number.exec(raw);
    if (!mark) {
      blocks.push({ type: 'paragraph', text: line });
      continue;
    }
    const isNumbered = !bullet.test(raw);
    const item = raw.slice(mark[0].length).trim();
    const last = blocks.at(-1);
    if (last?.type === 'list' && last.isNumbered === isNumbered) last.items.push(item);
    else if (item !== '') blocks.push({ type: 'list', isNumbered, items: [item] });
  }
  // One line that looks like the item of a list is a sentence that begins so.
  return blocks.map((block) =>
    block.type === 'list' && block.items.length === 1
      ? { type: 'paragraph', text: `${block.isNumbered ? '1. ' : ''}${block.items[0] ?? ''}` }
      : block,
  );
}

/** Whether a field was given several lines at once, or an empty line was written: it is more than one block then. */
export function isSeveral(before: string, after: string): boolean {
  if (/\n[\t ]*\n/.test(after)) return true;
  return after.length > before.length + 1 && after.split('\n').length > before.split('\n').length + 1;
}
