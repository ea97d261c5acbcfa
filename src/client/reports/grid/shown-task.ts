import type { Case, CaseRow } from '../../../contract/report-cases';
import type { GridTask } from '../../../contract/report-checks';
import type { Cache } from '../../cache';
import { workActions, type WorkAction } from './work';

/** A task as its page shows it, wherever it came from. */
export interface ShownTask extends Pick<
  GridTask,
  | 'id'
  | 'number'
  | 'category'
  | 'state'
  | 'words'
  | 'placeText'
  | 'position'
  | 'photos'
  | 'dueAt'
  | 'isOverdue'
  | 'version'
> {
  /** The newest first; empty where the asker may not know of it. */
  readonly history: Case['entries'];
  /** Asked of the reporter now. */
  readonly question: string | null;
  readonly can: readonly WorkAction[];
}

/** Null: it is not theirs, or not any more. */
export interface FoundTask {
  readonly task: ShownTask | null;
}

/** By when they have to do something; what somebody else has to do is not theirs to count. */
const dueOf = ({ next }: Pick<CaseRow, 'next'>) =>
  next && next.by !== 'reporter' ? { dueAt: next.dueAt, isOverdue: next.isOverdue } : noDue;

const noDue = { dueAt: null, isOverdue: false };

export function taskOfCase(found: Case): ShownTask {
  const { id, number, category, state, words, placeText, position, entries, question, version, can } = found;
  return {
    id,
    number,
    category,
    state,
    words,
    placeText,
    position,
    photos: entries.flatMap(({ photos }) => photos),
    ...dueOf(found),
    version,
    history: [...entries].reverse(),
    question,
    can: workActions.filter((action) => action !== 'verify' && can[action]),
  };
}

/** That it is listed says that it may be looked at; what may be done with one that was given says its case. */
export function taskOfRow({ kind, photo: _, distanceM: __, ...row }: GridTask): ShownTask {
  const known = { ...row, history: [], question: null };
  return kind === 'verify' ? { ...known, ...noDue, can: ['verify'] } : { ...known, can: [] };
}

const copyOf = (communityId: string, reportId: string) => `grid-task.${communityId}.${reportId}`;

export const taskCopy = {
  name: copyOf,

  /** What the list knows of one is there where its page is opened without a network. */
  keep(cache: Cache, communityId: string, row: GridTask): void {
    const name = copyOf(communityId, row.id);
    if (!cache.read<FoundTask>(name)?.data.task) cache.write(name, { task: taskOfRow(row) });
  },
};
