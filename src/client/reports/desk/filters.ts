import {
  caseLimits,
  caseOrders,
  dueKinds,
  type CaseOrder,
  type DueKind,
} from '../../../contract/report-cases';
import {
  reportCategories,
  reportStates,
  type ReportCategory,
  type ReportState,
} from '../../../contract/reports';

export const deskViews = ['list', 'board', 'map'] as const;
/** What is shown where no state is named. */
export const scopes = ['open', 'closed', 'all'] as const;

export type DeskView = (typeof deskViews)[number];
export type Scope = (typeof scopes)[number];

export interface DeskFilters {
  readonly scope: Scope;
  /** Where any is named, the scope says nothing. */
  readonly states: readonly ReportState[];
  readonly categories: readonly ReportCategory[];
  readonly departmentId: string | null;
  readonly gridMembershipId: string | null;
  readonly due: DueKind | null;
  readonly search: string;
  /** Calendar days, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly order: CaseOrder;
}

export type FilterParam =
  'state' | 'category' | 'department' | 'gridMember' | 'due' | 'search' | 'from' | 'to' | 'order';
export type FilterParams = Partial<Record<FilterParam, string>>;

export const noFilters: DeskFilters = {
  scope: 'open',
  states: [],
  categories: [],
  departmentId: null,
  gridMembershipId: null,
  due: null,
  search: '',
  from: null,
  to: null,
  order: 'due',
};

const idPattern = /^[0-9a-f-]{36}$/;
const dayPattern = /^\d{4}-\d\d-\d\d$/;

export const oneOf = <Value extends string>(all: readonly Value[], text: string | undefined): Value | null =>
  all.find((value) => value === text) ?? null;

const someOf = <Value extends string>(all: readonly Value[], text = ''): Value[] => {
  const named = text.split(',');
  return all.filter((value) => named.includes(value));
};

const like = (pattern: RegExp, text: string | undefined) => (text && pattern.test(text) ? text : null);

/** An address may come from anywhere: what is not understood is left out. */
export function filtersOf(params: FilterParams): DeskFilters {
  return {
    scope: oneOf(scopes, params.state) ?? 'open',
    states: someOf(reportStates, params.state),
    categories: someOf(reportCategories, params.category),
    departmentId: like(idPattern, params.department),
    gridMembershipId: like(idPattern, params.gridMember),
    due: oneOf(dueKinds, params.due),
    search: (params.search ?? '').slice(0, caseLimits.searchLength),
    from: like(dayPattern, params.from),
    to: like(dayPattern, params.to),
    order: oneOf(caseOrders, params.order) ?? 'due',
  };
}

/** Only what differs from what is shown at first. */
export function paramsOf(filters: DeskFilters): FilterParams {
  const { scope, states, categories, departmentId, gridMembershipId, due, search, from, to, order } = filters;
  const state = states.length > 0 ? states.join() : scope === 'open' ? null : scope;
  const params: Record<FilterParam, string | null> = {
    state,
    category: categories.join(),
    department: departmentId,
    gridMember: gridMembershipId,
    due,
    search,
    from,
    to,
    order: order === 'due' ? null : order,
  };
  const said: FilterParams = {};
  for (const [name, value] of Object.entries(params) as [FilterParam, string | null][])
    if (value) said[name] = value;
  return said;
}

/** As the cloud is asked; `states` in place of those chosen, for a column of the board. */
export function questionOf(filters: DeskFilters, states = filters.states) {
  const { scope, categories, departmentId, gridMembershipId, due, search, from, to } = filters;
  return {
    ...(states.length > 0 ? { state: [...states] } : scope !== 'all' && { isOpen: scope === 'open' }),
    ...(categories.length > 0 && { category: [...categories] }),
    ...(departmentId && { departmentId }),
    ...(gridMembershipId && { gridMembershipId }),
    ...(due && { due }),
    ...(search && { search }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** Whether anything but the order is chosen. */
export const isFiltered = (filters: DeskFilters): boolean =>
  Object.keys(paramsOf({ ...filters, order: 'due' })).length > 0;
