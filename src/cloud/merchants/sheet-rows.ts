import type { ImportResult } from '../../contract/merchant-imports';
import { merchantCategories, merchantLimits } from '../../contract/merchants';
import type { createMerchantSchemas } from '../../contract/merchants.schema';
import type { InputOf } from '../../contract/http';
import { crs } from '../../contract/positions';
import { metresBetween, type Point } from '../platform/distance';
import { dayMs } from '../platform/local-time';
import type { Cell } from '../platform/read-sheet';
import { hoursIn, HoursTextWrong } from './hours-text';
import {
  categoryNames,
  cellTexts,
  exampleMark,
  headings,
  optionalColumns,
  type ColumnName,
} from './sheet-texts';

export type CellProblem = ImportResult['problems'][number];
export type Facts = Omit<InputOf<typeof createMerchantSchemas>, 'communityId'>;

/** A shop of the file; null where a cell of its row is bad. */
export interface SheetRow {
  /** As the spreadsheet counts: the heading is 1. */
  row: number;
  name: string;
  address: string;
  facts: Facts | null;
}

/** Nobody's shop is farther from its community. */
const farM = 100_000;
/** A place typed from a map is right within some steps, metres. */
const typedAccuracyM = 20;
/** Days from the first of Excel's to 1970-01-01, and the days that can be meant. */
const excelDays = { before1970: 25_569, first: 20_000, last: 80_000 };

export type Columns = ReadonlyMap<ColumnName, number>;

/** Where each column stands, by its heading; what is not ours is left alone. */
export function columnsIn(heading: readonly Cell[]): { columns: Columns; missing: string[] } {
  const words = heading.map((cell) => String(cell ?? '').replace(/[\s*＊]|[（(].*[)）]/g, ''));
  const columns = new Map<ColumnName, number>();
  for (const name of Object.keys(headings) as ColumnName[]) {
    const at = words.indexOf(headings[name]);
    if (at >= 0) columns.set(name, at);
  }
  const names = (Object.keys(headings) as ColumnName[]).filter((name) => !optionalColumns.includes(name));
  return { columns, missing: names.filter((name) => !columns.has(name)).map((name) => headings[name]) };
}

/** A, B, … Z, AA. */
function letterOf(index: number): string {
  const before = Math.floor(index / 26);
  return (before > 0 ? letterOf(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const dateText = (date: Date) => date.toISOString().slice(0, 10);

const shownOf = (cell: Cell): string => (cell instanceof Date ? dateText(cell) : String(cell ?? '')).trim();

class BadCell extends Error {}

const missing = () => new BadCell(cellTexts.missing);

function textIn(cell: Cell, most: number): string {
  const text = shownOf(cell);
  if (text === '') throw missing();
  if (Array.from(text).length > most) throw new BadCell(cellTexts.tooLong(most));
  return text;
}

function numberIn(cell: Cell, most: number, beyond: string): number {
  const text = shownOf(cell);
  if (text === '') throw missing();
  const value = Number(text);
  if (!Number.isFinite(value)) throw new BadCell(cellTexts.number);
  if (Math.abs(value) > most) throw new BadCell(beyond);
  return value;
}

/** A real date of the spreadsheet, one it forgot to call so, or one in words. */
function dateIn(cell: Cell): string | null {
  const text = shownOf(cell);
  if (text === '') return null;
  if (cell instanceof Date) return text;
  const days = Number(text);
  if (days >= excelDays.first && days <= excelDays.last)
    return dateText(new Date((Math.floor(days) - excelDays.before1970) * dayMs));
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const date = new Date(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
  // 31 February would be in March.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) throw new BadCell(cellTexts.date);
  return dateText(date);
}

function phoneIn(cell: Cell): string | null {
  const text = shownOf(cell);
  if (text !== '' && !/^[0-9+\- ]{3,30}$/.test(text)) throw new BadCell(cellTexts.phone);
  return text || null;
}

function categoryIn(cell: Cell) {
  const text = shownOf(cell);
  if (text === '') throw missing();
  const category = merchantCategories.find((one) => categoryNames[one] === text);
  if (!category) throw new BadCell(cellTexts.category);
  return category;
}

function hoursOf(cell: Cell) {
  try {
    return hoursIn(shownOf(cell));
  } catch (error) {
    throw error instanceof HoursTextWrong ? new BadCell(error.message) : error;
  }
}

/** Reads the cells of one row, and notes each that is bad. */
class RowReader {
  readonly problems: CellProblem[] = [];

  constructor(
    private readonly cells: readonly Cell[],
    private readonly row: number,
    private readonly columns: Columns,
  ) {}

  cell(name: ColumnName): Cell {
    return this.cells[this.columns.get(name) ?? -1] ?? null;
  }

  note(name: ColumnName, reason: string): void {
    const column = letterOf(this.columns.get(name) ?? 0);
    const value = shownOf(this.cell(name)).slice(0, 200);
    this.problems.push({ row: this.row, column, heading: headings[name], value, reason });
  }

  read<Value>(name: ColumnName, parse: (cell: Cell) => Value): Value | undefined {
    try {
      return parse(this.cell(name));
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      this.note(name, error.message);
      return undefined;
    }
  }
}

function positionIn(reader: RowReader, centre: Point): Facts['position'] | undefined {
  const lng = reader.read('lng', (cell) => numberIn(cell, 180, cellTexts.lng));
  const lat = reader.read('lat', (cell) => numberIn(cell, 90, cellTexts.lat));
  if (lng === undefined || lat === undefined) return undefined;
  const awayM = metresBetween({ lng, lat }, centre);
  if (awayM > farM) reader.note('lng', cellTexts.far(Math.round(awayM / 1_000)));
  return { lng, lat, crs, accuracyM: typedAccuracyM };
}

function factsIn(reader: RowReader, centre: Point): Facts | null {
  const name = reader.read('name', (cell) => textIn(cell, merchantLimits.nameLength));
  const category = reader.read('category', categoryIn);
  const address = reader.read('address', (cell) => textIn(cell, merchantLimits.addressLength));
  const position = positionIn(reader, centre);
  const hours = reader.read('hours', hoursOf);
  const phone = reader.read('phone', phoneIn);
  const agreementFrom = reader.read('agreementFrom', dateIn);
  const agreementTo = reader.read('agreementTo', dateIn);
  if (agreementFrom && agreementTo && agreementTo < agreementFrom)
    reader.note('agreementTo', cellTexts.dates);
  const isWhole = name && category && address && position && hours && reader.problems.length === 0;
  if (!isWhole) return null;
  const dates = { agreementFrom: agreementFrom ?? null, agreementTo: agreementTo ?? null };
  return { name, category, address, position, hours, phone: phone ?? null, ...dates };
}

/** What makes two rows the same shop. */
export const shopKey = ({ name, address }: { name: string; address: string }): string =>
  JSON.stringify([name, address]);

/** All shops of a file with every cell that is bad; empty rows and the template's example are left out. */
export function readRows(rows: readonly (readonly Cell[])[], columns: Columns, centre: Point) {
  const [shops, problems]: [SheetRow[], CellProblem[]] = [[], []];
  const firstRows = new Map<string, number>();
  rows.forEach((cells, index) => {
    const row = index + 2;
    const reader = new RowReader(cells, row, columns);
    const name = shownOf(reader.cell('name'));
    const isEmpty = [...columns.values()].every((at) => shownOf(cells[at] ?? null) === '');
    if (isEmpty || name.startsWith(exampleMark)) return;
    const facts = factsIn(reader, centre);
    const address = shownOf(reader.cell('address'));
    const known = firstRows.get(shopKey({ name, address }));
    if (known !== undefined && name !== '') reader.note('name', cellTexts.repeated(known));
    else firstRows.set(shopKey({ name, address }), row);
    shops.push({ row, name, address, facts });
    problems.push(...reader.problems);
  });
  return { shops, problems };
}

/** That a shop of the file is there already. */
export const knownProblem = ({ row, name }: SheetRow, columns: Columns): CellProblem => ({
  row,
  column: letterOf(columns.get('name') ?? 0),
  heading: headings.name,
  value: name,
  reason: cellTexts.known,
});
