import type { InputOf } from '../../contract/http';
import { openStates, type DueKind } from '../../contract/report-cases';
import type { countCasesSchemas } from '../../contract/report-cases.schema';
import type { ReportState } from '../../contract/reports';
import { dayMs, instantOf } from '../platform/local-time';
import type { CaseFilter } from './case-queries';
import type { CaseScope } from './case-scope';

type FilterInput = InputOf<typeof countCasesSchemas>;

/** The moments that deadlines are judged by. */
export interface DueMoments {
  now: Date;
  /** A working day on. */
  soonUntil: Date;
}

/** Later than any deadline, and not yet never. */
const endOfTime = '9999-12-31';

function dueRange(due: DueKind | undefined, { now, soonUntil }: DueMoments) {
  switch (due) {
    case undefined:
      return { dueAfter: null, dueUntil: null };
    case 'overdue':
      return { dueAfter: null, dueUntil: now };
    case 'soon':
      return { dueAfter: now, dueUntil: soonUntil };
    case 'later':
      return { dueAfter: soonUntil, dueUntil: endOfTime };
    case 'none':
      return { dueAfter: endOfTime, dueUntil: null };
  }
}

/** Which kind a deadline is; never is infinity. */
export function dueKindOf(dueAt: Date | number, { now, soonUntil }: DueMoments): DueKind {
  if (typeof dueAt === 'number') return 'none';
  if (dueAt <= now) return 'overdue';
  return dueAt <= soonUntil ? 'soon' : 'later';
}

const isOpenState = (state: ReportState) => openStates.includes(state);

/** Null where both are asked for. What has a deadline is open. */
function isOpenOf({ isOpen, state, due }: FilterInput): boolean | null {
  if (isOpen !== undefined) return isOpen;
  if (due !== undefined && due !== 'none') return true;
  if (!state?.length) return null;
  if (state.every(isOpenState)) return true;
  return state.some(isOpenState) ? null : false;
}

/** A number as people write it, else words. */
function searchOf(text: string) {
  const search = text.trim();
  const number = /^[#＃]?(\d{1,9})$/.exec(search)?.[1];
  if (number !== undefined) return { number: Number(number), search: null, indexed: null };
  if (search === '') return { number: null, search: null, indexed: null };
  return { number: null, search, indexed: /^.$/su.test(search) ? null : search };
}

const orNull = <T>(list: readonly T[] | undefined) => (list?.length ? list : null);

/** What is asked for, of what the asker may see. */
export function filterOf(
  input: FilterInput,
  { departmentIds, gridMembershipId }: CaseScope,
  moments: DueMoments,
  timeZone: string,
): CaseFilter {
  const startOf = (date: string, days: number) =>
    new Date(instantOf(timeZone, Date.parse(date) + days * dayMs));
  return {
    communityId: input.communityId,
    states: orNull(input.state),
    categories: orNull(input.category),
    departmentId: input.departmentId ?? null,
    gridMembershipId: input.gridMembershipId ?? null,
    ofDepartments: departmentIds,
    ofGrid: gridMembershipId,
    isOpen: isOpenOf(input),
    ...searchOf(input.search ?? ''),
    from: input.from === undefined ? null : startOf(input.from, 0),
    before: input.to === undefined ? null : startOf(input.to, 1),
    ...dueRange(input.due, moments),
  };
}
