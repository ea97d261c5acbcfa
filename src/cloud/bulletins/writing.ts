import { bulletinLimits, bulletinProblems } from '../../contract/bulletins';
import type { createBulletinSchemas } from '../../contract/bulletins.schema';
import { problems, type InputOf } from '../../contract/http';
import type { Queries } from '../platform/database';
import { refuse } from '../platform/refusal';
import { cleanBlocks, isWebLink, plainTextOf } from './blocks';
import { cleanLine } from './clean-text';
import * as desk from './desk-queries';
import { searchTextOf } from './search';
import { sourceNameText, sourceText, titleText } from './texts';

export type Written = InputOf<typeof createBulletinSchemas>;

/** What is kept of what was written, in the order in which statements take it. */
export interface Kept {
  category: Written['category'];
  title: string;
  blocks: Written['blocks'];
  plainText: string;
  departmentId: string | null;
  source: Written['source'];
  audience: Written['audience'];
  reach: Written['reach'];
}

function cleanSource(source: Written['source']): Written['source'] {
  if (source === null) return null;
  const name = cleanLine(source.name).trim();
  const url = source.url?.trim() ?? '';
  if (name === '') throw refuse(problems.invalid_input, { fields: { 'source.name': sourceNameText } });
  if (url !== '' && !isWebLink(url))
    throw refuse(problems.invalid_input, { detail: sourceText, fields: { 'source.url': sourceText } });
  return { name, url: url || null };
}

/** Words and links as they are kept; refused where something of it cannot be. */
export function kept({ category, title, blocks, departmentId, source, audience, reach }: Written): Kept {
  const clean = cleanBlocks(blocks);
  const line = cleanLine(title).trim();
  if (line === '') throw refuse(problems.invalid_input, { detail: titleText, fields: { title: titleText } });
  return {
    category,
    title: line.slice(0, bulletinLimits.titleLength),
    blocks: clean,
    plainText: plainTextOf(clean),
    departmentId,
    source: cleanSource(source),
    audience,
    reach,
  };
}

export const columnsOf = ({
  category,
  title,
  blocks,
  plainText,
  departmentId,
  source,
  audience,
  reach,
}: Kept) => [
  category,
  title,
  JSON.stringify(blocks),
  plainText,
  searchTextOf(title),
  searchTextOf(`${title}\n${plainText}`),
  departmentId,
  source?.name ?? null,
  source?.url ?? null,
  audience,
  reach,
];

/** Refused where the community has no such department. */
export async function demandDepartment(tx: Queries, communityId: string, departmentId: string | null) {
  if (departmentId === null || (await tx.row(desk.departmentExists, [communityId, departmentId]))) return;
  throw refuse(bulletinProblems.bulletin_department, {
    fields: { departmentId: bulletinProblems.bulletin_department.title },
  });
}

/** Something to read, or to look at. */
export const isEmpty = (blocks: Written['blocks']): boolean =>
  plainTextOf(blocks) === '' && !blocks.some(({ type }) => type === 'image');
