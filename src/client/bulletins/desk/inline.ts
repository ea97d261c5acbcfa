import type { Run } from '../../../contract/bulletins';

/*
 * Bold words and links as they stand in a field of plain text: **words**, [words](address). A backslash takes the meaning
 * from what follows it.
 */
const special = /[\\*[\]()]/g;
const escaped = (text: string) => text.replace(special, '\\$&');
const plain = (text: string) => text.replace(/\\([\\*[\]()])/g, '$1');

/** Characters, or a backslash with what follows; up to the first that would end it. */
const words = String.raw`(?:\\[\s\S]|[^\\])`;
const link = new RegExp(String.raw`^\[(${words}+?)\]\((${words}+?)\)`);
const bold = new RegExp(String.raw`^\*\*(${words}+?)\*\*`);

const runOf = (text: string, isBold: boolean, href?: string): Run => ({
  text: plain(text),
  ...(isBold && { bold: true }),
  ...(href !== undefined && { href: plain(href).trim() }),
});

function parse(text: string, isBold: boolean): Run[] {
  const runs: Run[] = [];
  let pending = '';
  const flush = () => {
    if (pending !== '') runs.push(runOf(pending, isBold));
    pending = '';
  };
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const strong = isBold ? null : bold.exec(rest);
    const leads = link.exec(rest);
    if (strong?.[1]) {
      flush();
      runs.push(...parse(strong[1], true));
      at += strong[0].length;
    } else if (leads?.[1] && leads[2]) {
      flush();
      runs.push(runOf(leads[1], isBold, leads[2]));
      at += leads[0].length;
    } else {
      const length = rest.startsWith('\\') ? 2 : 1;
      pending += rest.slice(0, length);
      at += length;
    }
  }
  flush();
  return runs;
}

/** What a field says. */
export const runsOf = (text: string): Run[] => parse(text, false);

/** How a field says it. */
export const fieldOf = (runs: readonly Run[]): string =>
  runs
    .map(({ text, bold: isBold, href }) => {
      const linked = href ? `[${escaped(text)}](${escaped(href)})` : escaped(text);
      return isBold ? `**${linked}**` : linked;
    })
    .join('');

/** The first of these words in the field, as they are to look; null where they are not there. */
export function formatted(
  field: string,
  chosen: string,
  look: { isBold: boolean; href: string },
): string | null {
  const wanted = escaped(chosen);
  const at = chosen.trim() === '' ? -1 : field.indexOf(wanted);
  if (at < 0) return null;
  const run = { text: chosen, ...(look.isBold && { bold: true }), ...(look.href && { href: look.href }) };
  return field.slice(0, at) + fieldOf([run]) + field.slice(at + wanted.length);
}
