import type {
  Block,
  Bulletin,
  BulletinRow,
  ManagedBulletin,
  ManagedBulletinRow,
  ShownBlock,
} from '../../contract/bulletins';
import type { Photo } from '../../contract/media';
import { localDate, localIso } from '../platform/local-time';
import { can } from '../platform/machine';
import type { Counted } from './desk-queries';
import { bulletinMachine } from './machine';
import type { BulletinRecord, RowRecord } from './queries';
import { marksOf, snippetOf } from './search';

type Photos = ReadonlyMap<string, Photo>;

const isoIn = (timeZone: string) => (at: Date) => localIso(timeZone, at.getTime());

export function rowOf(
  { plainText, coverId, isInTitle: _isInTitle, publishedAt, ...row }: RowRecord,
  { timeZone, photos, words }: { timeZone: string; photos: Photos; words: readonly string[] },
): BulletinRow {
  return {
    ...row,
    publishedAt: isoIn(timeZone)(publishedAt),
    photo: (coverId !== null && photos.get(coverId)) || null,
    titleMarks: marksOf(row.title, words),
    snippet: snippetOf(plainText, words),
  };
}

export const shownBlocks = (blocks: readonly Block[], photos: Photos): ShownBlock[] =>
  blocks.map((block) => {
    if (block.type !== 'image') return block;
    const { type, alt, caption, mediaId } = block;
    return { type, alt, caption, photo: photos.get(mediaId) ?? null };
  });

const sourceOf = ({ sourceName: name, sourceUrl: url }: BulletinRecord) =>
  name === null ? null : { name, url };

/** One that is out. */
export function bulletinOf(
  record: BulletinRecord,
  { timeZone, photos, now }: { timeZone: string; photos: Photos; now: Date },
): Bulletin {
  const { id, communityId, category, title, author, audience, publishedAt, editedAt, pinnedUntil } = record;
  const iso = isoIn(timeZone);
  return {
    id,
    communityId,
    category,
    title,
    author,
    audience,
    publishedAt: iso(publishedAt ?? now),
    isPinned: pinnedUntil !== null && pinnedUntil > now,
    editedAt: editedAt && iso(editedAt),
    source: sourceOf(record),
    blocks: shownBlocks(record.blocks, photos),
  };
}

interface Around {
  timeZone: string;
  now: Date;
}

/** The last day of a pin, while it holds. */
const pinnedUntilOf = ({ pinnedUntil }: BulletinRecord, { timeZone, now }: Around) =>
  pinnedUntil !== null && pinnedUntil > now ? localDate(timeZone, new Date(pinnedUntil.getTime() - 1)) : null;

export function managedRowOf(record: BulletinRecord & Counted, around: Around): ManagedBulletinRow {
  const { publishAt, publishedAt, changedAt } = record;
  const { id, communityId, state, category, title, author, audience, reach, opens, readers, version } =
    record;
  const iso = isoIn(around.timeZone);
  return {
    ...{ id, communityId, state, category, title, author, audience, reach, opens, readers, version },
    publishAt: publishAt && iso(publishAt),
    publishedAt: publishedAt && iso(publishedAt),
    pinnedUntil: pinnedUntilOf(record, around),
    changedAt: iso(changedAt),
  };
}

/** `mayChange`: the asker's roles allow it; `mayReachAll`: for every community, too. */
export function managedOf(
  record: BulletinRecord & Counted,
  around: Around & { photos: Photos; mayChange: boolean; mayReachAll: boolean },
): ManagedBulletin {
  const { timeZone, photos, mayReachAll } = around;
  // What goes to every community is changed by who may send it there.
  const mayChange = around.mayChange && (record.reach === 'community' || mayReachAll);
  const { state, departmentId, blocks, reminds, editedAt, withdrawnAt, withdrawReason } = record;
  const may = (action: (typeof bulletinMachine.transitions)[number]['action']) =>
    mayChange && can(bulletinMachine, state, action, ['staff']);
  const iso = isoIn(timeZone);
  return {
    ...managedRowOf(record, around),
    departmentId,
    source: sourceOf(record),
    blocks,
    photos: [...photos.values()],
    reminds,
    editedAt: editedAt && iso(editedAt),
    withdrawn:
      withdrawnAt && withdrawReason !== null ? { at: iso(withdrawnAt), reason: withdrawReason } : null,
    can: {
      edit: may('edit'),
      schedule: may('schedule'),
      unschedule: may('unschedule'),
      publish: may('publish'),
      pin: may('pin'),
      withdraw: may('withdraw'),
      reachAll: mayReachAll,
    },
  };
}
