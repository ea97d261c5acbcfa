import type { Static } from 'typebox';
import { defineProblems, endpoint, problems } from './http';
import type {
  getMerchantTemplateSchemas,
  importMerchantsSchemas,
  ImportResultSchema,
} from './merchant-imports.schema';

export const importLimits = {
  rows: 500,
  /** 1 MB. */
  base64Length: 1_398_104,
} as const;

export type ImportResult = Static<typeof ImportResultSchema>;

export const importProblems = defineProblems({
  import_unreadable: [400, '这个文件打不开，请用模板另存为 XLSX 或 CSV 再传'],
  import_headings: [400, '表头和模板对不上，请用模板填写'],
  import_empty: [400, '表里还没有内容'],
  import_too_long: [400, '一次最多导入 500 家，请分成几份'],
});

const ofStaff = [problems.unauthenticated, problems.forbidden, problems.not_found] as const;

/** Staff, organiser or admin: an empty spreadsheet with its headings, an example and notes. */
export const getMerchantTemplate = endpoint<typeof getMerchantTemplateSchemas>()({
  name: 'getMerchantTemplate',
  method: 'GET',
  path: '/api/communities/:communityId/merchant-imports/template',
  summary: 'The spreadsheet that merchants are imported from',
  problems: ofStaff,
});

/**
 * Staff, organiser or admin: all rows become drafts, or none does and every bad cell is named. With `dryRun` nothing
 * is made whatever is in it.
 */
export const importMerchants = endpoint<typeof importMerchantsSchemas>()({
  name: 'importMerchants',
  method: 'POST',
  path: '/api/communities/:communityId/merchant-imports',
  status: 201,
  idempotent: true,
  bodyLimit: importLimits.base64Length + 1_000,
  summary: 'Import merchants from a spreadsheet',
  problems: [
    ...ofStaff,
    importProblems.import_unreadable,
    importProblems.import_headings,
    importProblems.import_empty,
    importProblems.import_too_long,
  ],
});
