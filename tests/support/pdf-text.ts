import { inflateSync } from 'node:zlib';

const streamPattern = /(\d+) 0 obj\s*<<(?:(?!endobj)[\s\S])*?>>\s*stream\r?\n/g;

/** What stands in the streams of a PDF, by the number of their object. */
function streamsOf(pdf: Buffer): Map<number, string> {
  const text = pdf.toString('latin1');
  const streams = new Map<number, string>();
  for (const match of text.matchAll(streamPattern)) {
    const start = match.index + match[0].length;
    const bytes = pdf.subarray(start, text.indexOf('endstream', start));
    try {
      streams.set(Number(match[1]), inflateSync(bytes).toString('latin1'));
    } catch {
      // a font, which is not text
    }
  }
  return streams;
}

/** Glyph → character, as a font's own table says: what a reader copies and searches by. */
function charactersOf(table: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '', , list = ''] of table.matchAll(
    /<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi,
  )) {
    for (const [at, [, code = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries()) {
      const glyph = (parseInt(first, 16) + at).toString(16).padStart(4, '0');
      found.set(glyph, Buffer.from(code.replace(/ /g, ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return found;
}

/** The text of a PDF as its readers find it, by the tables that its fonts carry. */
export function pdfText(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const plain = pdf.toString('latin1');
  const tables = new Map<string, Map<string, string>>();
  for (const [, name = '', font = ''] of plain.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const start = plain.indexOf(`\n${font} 0 obj`);
    const [, table = ''] =
      /\/ToUnicode (\d+) 0 R/.exec(plain.slice(start, plain.indexOf('endobj', start))) ?? [];
    tables.set(name, charactersOf(streams.get(Number(table)) ?? ''));
  }
  let text = '';
  for (const content of streams.values()) {
    let font = '';
    for (const [, chosen, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (chosen) font = chosen;
      for (const [, glyphs = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g))
        for (const glyph of glyphs.match(/.{4}/g) ?? []) text += tables.get(font)?.get(glyph) ?? '\uFFFD';
      if (shown !== undefined) text += '\n';
    }
  }
  return text;
}
