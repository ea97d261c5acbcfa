import writeExcelFile, { type SheetData } from 'write-excel-file/node';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Value = string | number | null;

/** A spreadsheet of one page; the first row is its heading. */
export async function xlsxOf(name: string, rows: readonly (readonly Value[])[]) {
  const [heading = [], ...rest] = rows;
  const data: SheetData = [
    heading.map((value) => ({ value: value ?? undefined, fontWeight: 'bold' as const })),
    ...rest.map((row) => [...row]),
  ];
  const columns = heading.map((_, column) => ({ width: widthOf(rows.map((row) => row[column] ?? '')) }));
  const bytes = await writeExcelFile(data, { columns }).toBuffer();
  return { name, contentType, file: bytes.toString('base64') };
}

/** Wide enough for the longest; a Chinese character takes two. */
function widthOf(values: readonly Value[]): number {
  const lengths = values.map((value) =>
    Array.from(String(value)).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0),
  );
  return Math.min(40, Math.max(8, ...lengths) + 2);
}
