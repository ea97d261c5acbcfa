import writeExcelFile, { type SheetData } from 'write-excel-file/node';

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Texts are written as texts: one that begins with `=` is no formula. */
type Value = string | number | null;

type Rows = readonly (readonly Value[])[];

interface Page {
  sheet: string;
  rows: Rows;
}

function pageOf({ sheet, rows }: Page) {
  const [heading = [], ...rest] = rows;
  const data: SheetData = [
    heading.map((value) => ({ value: value ?? undefined, fontWeight: 'bold' as const })),
    ...rest.map((row) => [...row]),
  ];
  const columns = heading.map((_, column) => ({ width: widthOf(rows.map((row) => row[column] ?? '')) }));
  return { data, columns, sheet, stickyRowsCount: 1 };
}

/** A spreadsheet of several pages; the first row of each is its heading. */
export async function workbookOf(name: string, pages: readonly Page[]) {
  const bytes = await writeExcelFile(pages.map(pageOf)).toBuffer();
  return { name, contentType, file: bytes.toString('base64') };
}

/** A spreadsheet of one page; the first row is its heading. */
export const xlsxOf = (name: string, rows: Rows) => workbookOf(name, [{ sheet: 'Sheet1', rows }]);

/** Wide enough for the longest; a Chinese character takes two. */
function widthOf(values: readonly Value[]): number {
  const lengths = values.map((value) =>
    Array.from(String(value)).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0),
  );
  return Math.min(60, Math.max(8, ...lengths) + 2);
}
