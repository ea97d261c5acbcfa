import { problems, type AnswerOf, type InputOf } from '../../contract/http';
import {
  serviceLimits,
  serviceProblems,
  type ExportColumn,
  type ExportField,
} from '../../contract/service-records';
import type {
  exportServiceRecordsSchemas,
  previewServiceExportSchemas,
} from '../../contract/service-records.schema';
import type { Asker } from '../platform/asker';
import { csvOf } from '../platform/csv';
import type { Queries } from '../platform/database';
import { dayMs } from '../platform/local-time';
import { refuse } from '../platform/refusal';
import { createNames } from './names';
import * as queries from './queries';
import type { ServiceRecordsParts } from './service';
import type { Settings } from './settings';
import { gradeNames, kindNames, serviceTexts as texts, volunteerNumber } from './texts';

type Row = queries.ExportRow & { communityId: string; community: string; realName: string | null };
type Cell = string | number | null;

/** What stands under each; null: nothing is known. */
const cells: Record<Exclude<ExportField, 'fixed'>, (row: Row) => Cell> = {
  volunteer_number: ({ number, community }) => (number === null ? null : volunteerNumber(community, number)),
  real_name: ({ realName }) => realName,
  nickname: ({ nickname }) => nickname,
  community: ({ community }) => community,
  content: ({ content }) => content,
  kind: ({ kind }) => kindNames[kind],
  served_on: ({ servedOn }) => servedOn,
  hours: ({ minutes }) => Math.round((minutes / 60) * 100) / 100,
  minutes: ({ minutes }) => minutes,
  place: ({ place }) => place || null,
  recorder: ({ recorder }) => recorder,
  grade: ({ grade }) => grade && gradeNames[grade],
  grade_words: ({ gradeWords }) => gradeWords,
  record_id: ({ id }) => id,
};

const cellOf = ({ field, text = '' }: ExportColumn, row: Row): Cell =>
  field === 'fixed' ? text : cells[field](row);

type Span = InputOf<typeof exportServiceRecordsSchemas>;

function demandDays({ from, to }: Span): void {
  if (from > to) throw refuse(problems.invalid_input, { fields: { to: texts.wrongDays } });
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const most = serviceLimits.exportDays;
  if (days > most) throw refuse(serviceProblems.export_days, { fields: { to: texts.exportDays(most) } });
}

/** For the province's system, in the columns that it takes. */
export function createExporting(parts: ServiceRecordsParts, { settingsOf }: Settings) {
  const { database, sealing, communities, audit } = parts;
  const names = createNames(sealing);

  async function rowsOf(from: Queries, span: Span): Promise<Row[]> {
    demandDays(span);
    const { communityId } = span;
    const { name: community } = await communities.describe(from, communityId);
    const most = serviceLimits.exportRows;
    const rows = await from.rows(queries.listForExport, [communityId, span.from, span.to, most + 1]);
    if (rows.length > most) throw refuse(serviceProblems.export_rows);
    return rows.map((row) => {
      const { number, sealedName, nameKeyId } = row;
      const realName = number === null ? null : names.open(communityId, number, sealedName, nameKeyId);
      return { ...row, communityId, community, realName };
    });
  }

  return {
    /** Staff, organiser or admin. */
    async previewServiceExport(span: Span): Promise<AnswerOf<typeof previewServiceExportSchemas>> {
      const rows = await rowsOf(database, span);
      const { columns } = await settingsOf(database, span.communityId);
      const isMissing = (cell: Cell) => cell === null || cell === '';
      return {
        rows: rows.length,
        columns: columns.map((column) => ({
          header: column.header,
          missing: rows.filter((row) => isMissing(cellOf(column, row))).length,
        })),
      };
    },

    /** Staff, organiser or admin; written down. */
    async exportServiceRecords(
      span: Span,
      { personId: actorId }: Asker,
    ): Promise<AnswerOf<typeof exportServiceRecordsSchemas>> {
      const { communityId, from, to } = span;
      return database.transaction(async (tx) => {
        const rows = await rowsOf(tx, span);
        const { columns } = await settingsOf(tx, communityId);
        const details = { from, to, rows: rows.length };
        await audit.record(tx, { communityId, actorId, action: 'service_exported', details });
        const lines = rows.map((row) => columns.map((column) => cellOf(column, row) ?? ''));
        return csvOf(texts.exportName(from, to), [columns.map(({ header }) => header), ...lines]);
      });
    },
  };
}
