import type { InputOf } from '../../contract/http';
import { importLimits, importProblems, type ImportResult } from '../../contract/merchant-imports';
import type { importMerchantsSchemas } from '../../contract/merchant-imports.schema';
import type { Asker } from '../platform/asker';
import { statement, type Queries } from '../platform/database';
import { onceByKey } from '../platform/idempotency';
import { newId } from '../platform/ids';
import { rowsOf, SheetUnreadable, type Cell } from '../platform/read-sheet';
import { refuse } from '../platform/refusal';
import { workbookOf } from '../platform/xlsx';
import * as queries from './queries';
import type { MerchantsParts, Shops } from './service';
import { columnsIn, knownProblem, readRows, shopKey, type Columns, type SheetRow } from './sheet-rows';
import { cellTexts, columnNotes, exampleRow, headings, sheetTexts, type ColumnName } from './sheet-texts';
import { factsOf } from './shop';

const listNamed = statement<{ name: string; address: string }>(
  'merchants_list_named',
  'select name, address from merchants where community_id = $1 and name = any($2::text[])',
);

async function cellsOf(file: string): Promise<Cell[][]> {
  try {
    return await rowsOf(Buffer.from(file, 'base64'));
  } catch (error) {
    if (error instanceof SheetUnreadable) throw refuse(importProblems.import_unreadable);
    throw error;
  }
}

function demandedColumns(heading: readonly Cell[]): Columns {
  const { columns, missing } = columnsIn(heading);
  if (missing.length > 0)
    throw refuse(importProblems.import_headings, { fields: { file: cellTexts.headings(missing) } });
  return columns;
}

const names = Object.keys(headings) as ColumnName[];

/** Staff, organiser or admin. */
function getMerchantTemplate() {
  const example = names.map((name) => exampleRow[name]);
  const notes = names.map((name) => [headings[name], columnNotes[name]]);
  return workbookOf(sheetTexts.fileName, [
    { sheet: sheetTexts.shops, rows: [names.map((name) => headings[name]), example] },
    { sheet: sheetTexts.notes, rows: [sheetTexts.notesHeading, sheetTexts.general, ...notes] },
  ]);
}

/** Many shops at once, from a spreadsheet. */
export function createImporting(parts: MerchantsParts, { changed }: Pick<Shops, 'changed'>) {
  const { database, clock, communities } = parts;

  async function knownAlready(from: Queries, communityId: string, shops: readonly SheetRow[]) {
    const rows = await from.rows(listNamed, [communityId, shops.map(({ name }) => name)]);
    const known = new Set(rows.map(shopKey));
    return shops.filter((shop) => known.has(shopKey(shop)));
  }

  async function look(communityId: string, file: string) {
    const [heading = [], ...rows] = await cellsOf(file);
    const columns = demandedColumns(heading);
    const { centre } = await communities.describe(database, communityId);
    const { shops, problems } = readRows(rows, columns, centre);
    if (shops.length === 0) throw refuse(importProblems.import_empty);
    if (shops.length > importLimits.rows) throw refuse(importProblems.import_too_long);
    return { shops, problems, columns };
  }

  async function create(tx: Queries, communityId: string, shops: readonly SheetRow[]): Promise<void> {
    let last: queries.MerchantRecord | undefined;
    for (const { facts } of shops) {
      if (!facts) continue;
      const dates = [facts.agreementFrom, facts.agreementTo, clock.now(), null];
      const values = [communityId, newId(), ...factsOf({ communityId, ...facts }), ...dates];
      last = await tx.row(queries.insert, values);
    }
    // Whoever hears of one reads them all.
    if (last) await changed(tx, last);
  }

  return {
    getMerchantTemplate,

    /** Staff, organiser or admin: drafts of all rows, or of none. */
    async importMerchants(
      input: InputOf<typeof importMerchantsSchemas>,
      { personId }: Asker,
      key: string,
    ): Promise<ImportResult> {
      const { communityId, file, dryRun } = input;
      const { shops, problems, columns } = await look(communityId, file);
      const looked = (found: ImportResult['problems'], created = 0): ImportResult => ({
        rows: shops.length,
        created,
        names: shops.map(({ name }) => name).filter((name) => name !== ''),
        problems: found.toSorted((a, b) => a.row - b.row),
      });
      if (dryRun || problems.length > 0) {
        const known = await knownAlready(database, communityId, shops);
        return looked([...problems, ...known.map((shop) => knownProblem(shop, columns))]);
      }
      const keyed = { personId, key, endpoint: 'importMerchants', input };
      return onceByKey({ database, clock }, keyed, async (tx) => {
        const known = await knownAlready(tx, communityId, shops);
        if (known.length > 0) return looked(known.map((shop) => knownProblem(shop, columns)));
        await create(tx, communityId, shops);
        return looked([], shops.length);
      });
    },
  };
}
