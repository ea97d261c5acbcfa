import {
  bulletinLimits as limits,
  type Block,
  type BulletinAudience,
  type BulletinCategory,
  type BulletinReach,
  type ManagedBulletin,
} from '../../../contract/bulletins';
import { fieldOf, runsOf } from './inline';
import { draftTexts as texts } from './texts';

export type BlockKind = 'heading2' | 'heading3' | 'paragraph' | 'bullets' | 'numbers' | 'image' | 'divider';

/** A block while it is written: words as a field has them, a picture as the file it is until the cloud has it. */
export interface EditBlock {
  readonly key: string;
  readonly kind: BlockKind;
  readonly text: string;
  readonly mediaId: string | null;
  readonly alt: string;
  readonly caption: string;
}

export interface BulletinDraft {
  readonly category: BulletinCategory;
  readonly title: string;
  readonly departmentId: string | null;
  readonly sourceName: string;
  readonly sourceUrl: string;
  readonly audience: BulletinAudience;
  readonly reach: BulletinReach;
  readonly blocks: readonly EditBlock[];
}

/** Field, or key of a block, → what is wrong. */
export type Wrong = Readonly<Record<string, string>>;

export const blockOf = (key: string, kind: BlockKind, text = ''): EditBlock => ({
  key,
  kind,
  text,
  mediaId: null,
  alt: '',
  caption: '',
});

export const emptyDraft = (key: string): BulletinDraft => ({
  category: 'notice',
  title: '',
  departmentId: null,
  sourceName: '',
  sourceUrl: '',
  audience: 'everyone',
  reach: 'community',
  blocks: [blockOf(key, 'paragraph')],
});

function editBlockOf(block: Block, key: string): EditBlock {
  switch (block.type) {
    case 'heading':
      return blockOf(key, block.level === 2 ? 'heading2' : 'heading3', block.text);
    case 'paragraph':
      return blockOf(key, 'paragraph', fieldOf(block.runs));
    case 'list': {
      const lines = block.items.map((runs) => fieldOf(runs).replace(/\n+/g, ' '));
      return blockOf(key, block.isNumbered ? 'numbers' : 'bullets', lines.join('\n'));
    }
    case 'image': {
      const { mediaId, alt, caption } = block;
      return { ...blockOf(key, 'image'), mediaId, alt, caption: caption ?? '' };
    }
    case 'divider':
      return blockOf(key, 'divider');
  }
}

export function draftOf(bulletin: ManagedBulletin, keyOf: () => string): BulletinDraft {
  const { category, title, departmentId, source, audience, reach, blocks } = bulletin;
  return {
    ...{ category, title, departmentId, audience, reach },
    sourceName: source?.name ?? '',
    sourceUrl: source?.url ?? '',
    blocks:
      blocks.length > 0 ? blocks.map((block) => editBlockOf(block, keyOf())) : emptyDraft(keyOf()).blocks,
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As the cloud takes it; null where there is nothing in it, or its picture is not sent yet. */
export function writtenBlock({ kind, text, mediaId, alt, caption }: EditBlock): Block | null {
  const words = text.trim();
  switch (kind) {
    case 'heading2':
    case 'heading3':
      return words ? { type: 'heading', level: kind === 'heading2' ? 2 : 3, text: words } : null;
    case 'paragraph':
      return words ? { type: 'paragraph', runs: runsOf(words) } : null;
    case 'bullets':
    case 'numbers': {
      const items = linesOf(text).map(runsOf);
      return items.length > 0 ? { type: 'list', isNumbered: kind === 'numbers', items } : null;
    }
    case 'image':
      return mediaId === null
        ? null
        : { type: 'image', mediaId, alt: alt.trim(), caption: caption.trim() || null };
    case 'divider':
      return { type: 'divider' };
  }
}

/** What is sent, and of each block sent the key it has here. */
export function writtenOf(draft: BulletinDraft) {
  const { category, title, departmentId, sourceName, sourceUrl, audience, reach } = draft;
  const sent = draft.blocks.flatMap((block) => {
    const written = writtenBlock(block);
    return written ? [{ key: block.key, written }] : [];
  });
  const name = sourceName.trim();
  return {
    keys: sent.map(({ key }) => key),
    body: {
      ...{ category, departmentId, audience, reach },
      title: title.trim(),
      source: name === '' ? null : { name, url: sourceUrl.trim() || null },
      blocks: sent.map(({ written }) => written),
    },
  };
}

/** What the cloud would refuse, found before it is asked. */
export function wrongWith(draft: BulletinDraft): Wrong {
  const wrong: Record<string, string> = {};
  if (draft.title.trim() === '') wrong['title'] = texts.title;
  if (draft.sourceUrl.trim() !== '' && draft.sourceName.trim() === '') wrong['sourceName'] = texts.sourceName;
  for (const { key, kind, text, alt } of draft.blocks) {
    if (kind === 'image' && alt.trim() === '') wrong[key] = texts.alt;
    if (kind.startsWith('heading') && text.trim().length > limits.headingLength)
      wrong[key] = texts.heading(limits.headingLength);
  }
  return wrong;
}

/** The cloud names blocks by their place among those sent: here they are named by their keys. */
export function refusedFields(fields: Wrong, keys: readonly string[]): Wrong {
  const named: Record<string, string> = {};
  for (const [path, text] of Object.entries(fields)) {
    const place = /^blocks\.(\d+)/.exec(path)?.[1];
    const key = place === undefined ? undefined : keys[Number(place)];
    named[key ?? { 'source.name': 'sourceName', 'source.url': 'sourceUrl' }[path] ?? path] = text;
  }
  return named;
}
