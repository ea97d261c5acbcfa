import type { InputOf } from '../../contract/http';
import { openStates } from '../../contract/report-cases';
import type { countCasesSchemas } from '../../contract/report-cases.schema';
import type { ReportState } from '../../contract/reports';
import { dueRange, type DueMoments } from '../platform/due';
import { dayMs, instantOf } from '../platform/local-time';
import { searchedIn } from '../platform/searched';
import type { CaseFilter } from './case-queries';
import type { CaseScope } from './case-scope';

type FilterInput = InputOf<typeof countCasesSchemas>;

const isOpenState = (state: ReportState) => openStates.includes(state);

/** Null where both are asked for. What has a deadline is open. */
function isOpenOf({ isOpen, state, due }: FilterInput): boolean | null {
  if (isOpen !== undefined) return isOpen;
  if (due !== undefined && due !== 'none') return true;
  if (!state?.length) return null;
  if (state.every(isOpenState)) return true;
  return state.some(isOpenState) ? null : false;
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
    ...searchedIn(input.search ?? ''),
    from: input.from === undefined ? null : startOf(input.from, 0),
    before: input.to === undefined ? null : startOf(input.to, 1),
    ...dueRange(input.due, moments),
  };
}
