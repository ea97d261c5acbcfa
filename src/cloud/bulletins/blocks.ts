import {
  bulletinLimits as limits,
  bulletinProblems,
  linkPattern,
  type Block,
  type Run,
} from '../../contract/bulletins';
import { refuse } from '../platform/refusal';
import { cleanLine, cleanLines } from './clean-text';

/** Field path → what is right. */
type Wrong = Record<string, string>;

const link = new RegExp(linkPattern, 'i');
const atMost = (length: number) => `最多 ${length} 个字`;
const linkText = '链接要以 https://、http://、tel: 或 / 开头';

/** A web page's address says nobody's name and password. */
function isWebPage(href: string): boolean {
  try {
    const { protocol, username, password } = new URL(href);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

export const isLink = (href: string): boolean =>
  href.length <= limits.hrefLength &&
  cleanLine(href) === href &&
  link.test(href) &&
  (!/^http/i.test(href) || isWebPage(href));

export const isWebLink = (href: string): boolean => isLink(href) && /^http/i.test(href);

const isSameLook = (one: Run, other: Run) => one.bold === other.bold && one.href === other.href;

/** Neighbours that look the same are one; the ends are trimmed. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last && isSameLook(last, run)) last.text += run.text;
    else if (run.text !== '') found.push({ ...run });
  }
  const [first, last] = [found[0], found.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return found.filter(({ text }) => text !== '');
}

const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0);

function cleanRuns(runs: readonly Run[], at: string, wrong: Wrong): Run[] {
  const clean = joined(
    runs.map(({ text, bold, href }) => {
      const target = href?.trim() ?? '';
      if (target !== '' && !isLink(target)) wrong[`${at}.href`] = linkText;
      return {
        text: cleanLines(text),
        ...(bold === true && { bold }),
        ...(target !== '' && { href: target }),
      };
    }),
  );
  if (lengthOf(clean) > limits.textLength) wrong[`${at}.text`] = atMost(limits.textLength);
  if (clean.length > limits.runs) wrong[`${at}.text`] = `最多 ${limits.runs} 处不同的格式`;
  return clean;
}

function cleanImage(block: Extract<Block, { type: 'image' }>, at: string, wrong: Wrong): Block {
  const alt = cleanLine(block.alt).trim();
  const caption = cleanLine(block.caption ?? '').trim();
  if (alt === '') wrong[`${at}.alt`] = '请写一句图里是什么，给看不见图的人听';
  if (alt.length > limits.altLength) wrong[`${at}.alt`] = atMost(limits.altLength);
  if (caption.length > limits.captionLength) wrong[`${at}.caption`] = atMost(limits.captionLength);
  return { type: 'image', mediaId: block.mediaId, alt, caption: caption || null };
}

/** As it is kept; null where nothing is left of it. */
function cleanBlock(block: Block, at: string, wrong: Wrong): Block | null {
  switch (block.type) {
    case 'heading': {
      const text = cleanLine(block.text).trim();
      if (text.length > limits.headingLength) wrong[`${at}.text`] = atMost(limits.headingLength);
      return text === '' ? null : { type: 'heading', level: block.level, text };
    }
    case 'paragraph': {
      const runs = cleanRuns(block.runs, at, wrong);
      return runs.length === 0 ? null : { type: 'paragraph', runs };
    }
    case 'list': {
      const items = block.items.map((runs) => cleanRuns(runs, at, wrong)).filter(({ length }) => length > 0);
      if (items.length > limits.items) wrong[`${at}.items`] = `最多 ${limits.items} 条`;
      return items.length === 0 ? null : { type: 'list', isNumbered: block.isNumbered, items };
    }
    case 'image':
      return cleanImage(block, at, wrong);
    case 'divider':
      return block;
  }
}

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [textOf(block.runs)];
    case 'list':
      return block.items.map(textOf);
    case 'image':
      return block.caption ? [block.caption] : [];
    case 'divider':
      return [];
  }
}

/** The words alone, for searching and for how it begins. */
export const plainTextOf = (blocks: readonly Block[]): string => blocks.flatMap(linesOf).join('\n');

/** Of its pictures, each once. */
export const mediaIdsOf = (blocks: readonly Block[]): string[] => [
  ...new Set(blocks.flatMap((block) => (block.type === 'image' ? [block.mediaId] : []))),
];

/** Blocks as they are kept. Refused where one cannot be, each named by its place. */
export function cleanBlocks(blocks: readonly Block[]): Block[] {
  const wrong: Wrong = {};
  const clean = blocks.flatMap((block, index) => cleanBlock(block, `blocks.${index}`, wrong) ?? []);
  const images = clean.filter(({ type }) => type === 'image').length;
  if (images > limits.images) wrong['blocks'] = `最多 ${limits.images} 张图`;
  if (plainTextOf(clean).length > limits.plainLength) wrong['blocks'] = `全文${atMost(limits.plainLength)}`;
  const [first] = Object.entries(wrong);
  if (!first) return clean;
  const place = /^blocks\.(\d+)/.exec(first[0])?.[1];
  const detail = place === undefined ? first[1] : `第 ${Number(place) + 1} 段：${first[1]}`;
  throw refuse(bulletinProblems.bulletin_blocks, { detail, fields: wrong });
}
