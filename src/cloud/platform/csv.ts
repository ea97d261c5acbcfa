const contentType = 'text/csv; charset=utf-8';

/** Signs that make a spreadsheet take a text for a formula. */
const formulaPattern = /^[=+\-@\t\r]/;

/** A text that a spreadsheet would reckon with is written as a text; numbers of ours are plain. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaPattern.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Rows = readonly (readonly (string | number)[])[];

/** RFC 4180, with the mark by which spreadsheets know UTF-8; the first row is the heading. */
export const csvText = (rows: Rows): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;

/** The same as a file in an answer. */
export const csvOf = (name: string, rows: Rows) => ({
  name,
  contentType,
  file: Buffer.from(csvText(rows)).toString('base64'),
});
