import { requestCaseLimits, requestDueKinds, type RequestDueKind } from '../../../contract/request-cases';
import { requestStates, type RequestState } from '../../../contract/requests';

/** What is shown where no state is named. */
export const scopes = ['open', 'over', 'all'] as const;
export type Scope = (typeof scopes)[number];

export interface DeskFilters {
  readonly scope: Scope;
  /** Where any is named, the scope says nothing. */
  readonly states: readonly RequestState[];
  readonly categoryIds: readonly string[];
  readonly departmentId: string | null;
  readonly due: RequestDueKind | null;
  readonly search: string;
}

export type FilterParams = Partial<Record<'state' | 'category' | 'department' | 'due' | 'search', string>>;

export const noFilters: DeskFilters = {
  scope: 'open',
  states: [],
  categoryIds: [],
  departmentId: null,
  due: null,
  search: '',
};

const idPattern = /^[0-9a-f-]{36}$/;
const oneOf = <Value extends string>(all: readonly Value[], text: string | undefined): Value | null =>
  all.find((value) => value === text) ?? null;

/** An address may come from anywhere: what is not understood is left out. */
export function filtersOf({
  state = '',
  category = '',
  department = '',
  due,
  search = '',
}: FilterParams): DeskFilters {
  const named = state.split(',');
  return {
    scope: oneOf(scopes, state) ?? 'open',
    states: requestStates.filter((one) => named.includes(one)),
    categoryIds: category.split(',').filter((id) => idPattern.test(id)),
    departmentId: idPattern.test(department) ? department : null,
    due: oneOf(requestDueKinds, due),
    search: search.slice(0, requestCaseLimits.searchLength),
  };
}

/** Only what differs from what is shown at first. */
export function paramsOf({
  scope,
  states,
  categoryIds,
  departmentId,
  due,
  search,
}: DeskFilters): FilterParams {
  const state = states.length > 0 ? states.join(',') : scope;
  return {
    ...(state !== 'open' && { state }),
    ...(categoryIds.length > 0 && { category: categoryIds.join(',') }),
    ...(departmentId && { department: departmentId }),
    ...(due && { due }),
    ...(search && { search }),
  };
}

/** As the cloud is asked. */
export function questionOf({ scope, states, categoryIds, departmentId, due, search }: DeskFilters) {
  const isOpen = scope === 'all' ? {} : { isOpen: scope === 'open' };
  return {
    ...(states.length > 0 ? { state: [...states] } : isOpen),
    ...(categoryIds.length > 0 && { categoryId: [...categoryIds] }),
    ...(departmentId && { departmentId }),
    ...(due && { due }),
    ...(search && { search }),
  };
}

export const isFiltered = (filters: DeskFilters): boolean => Object.keys(paramsOf(filters)).length > 0;

/** Where open ones stand, as the desk counts them. */
export const stages = ['new', 'working', 'asked', 'returned'] as const;
export type Stage = (typeof stages)[number];

export const statesOf: Record<Stage, readonly RequestState[]> = {
  new: ['submitted', 'reopened'],
  working: ['accepted', 'assigned'],
  asked: ['info_requested'],
  returned: ['returned'],
};

/** Whether these are just the states of one stage. */
export const stageOf = (states: readonly RequestState[]): Stage | null =>
  stages.find(
    (stage) =>
      statesOf[stage].length === states.length && statesOf[stage].every((one) => states.includes(one)),
  ) ?? null;
