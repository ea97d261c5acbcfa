import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';

export type Cell = string | number | boolean | Date | null;

export class SheetUnreadable extends Error {}

/** What a workbook may unpack to, bytes: a small file can hold a very large one. */
const maxUnpacked = 30 * 1024 * 1024;

const startsWith = (bytes: Buffer, signature: string) =>
  bytes.subarray(0, signature.length).toString('latin1') === signature;

/** Bytes of all that is in a zip, as its directory says. */
function unpackedSize(zip: Buffer): number {
  let size = 0;
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0 && at + 46 <= zip.length;) {
    size += zip.readUInt32LE(at + 24);
    const next = at + 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    at = zip.indexOf('PK\x01\x02', next, 'latin1');
  }
  return size;
}

async function workbookRows(bytes: Buffer): Promise<Cell[][]> {
  if (unpackedSize(bytes) > maxUnpacked) throw new SheetUnreadable();
  const [sheet] = await readExcelFile(bytes);
  return (sheet?.data ?? []).map((row) => row.map((cell) => cell as Cell));
}

/** UTF-8 with a mark or without, UTF-16 as Excel calls “Unicode text”, else what Excel writes on a Chinese Windows. */
function textOf(bytes: Buffer): string {
  if (startsWith(bytes, '\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function csvRows(bytes: Buffer): Cell[][] {
  const text = textOf(bytes);
  if (text.includes('\0')) throw new SheetUnreadable();
  const [heading = ''] = text.split('\n', 1);
  const delimiter = [',', '\t', ';'].sort((a, b) => heading.split(b).length - heading.split(a).length)[0];
  const rows: string[][] = parse(text, { bom: true, delimiter: delimiter ?? ',', relaxColumnCount: true });
  return rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
}

/** The rows of a spreadsheet's first page, the heading's too: XLSX or CSV. Throws SheetUnreadable. */
export async function rowsOf(bytes: Buffer): Promise<Cell[][]> {
  try {
    return startsWith(bytes, 'PK') ? await workbookRows(bytes) : csvRows(bytes);
  } catch {
    throw new SheetUnreadable();
  }
}
