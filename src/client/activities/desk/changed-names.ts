import type { ManagedActivity } from '../../../contract/activity-desk';
import { fieldNames } from './edit-texts';

type Field = keyof typeof fieldNames;

/** What differs between two versions, as people call it. */
export const changedNames = (before: ManagedActivity, now: ManagedActivity): readonly string[] =>
  (Object.keys(fieldNames) as Field[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]))
    .map((field) => fieldNames[field]);
