import { requestStateTexts } from '../request-text';
import { stageOf, type DeskFilters } from './filters';
import { dueKindTexts, listTexts as texts, scopeTexts, stageTexts } from './texts';

interface Chosen {
  readonly text: string;
  /** What taking it out changes. */
  readonly without: Partial<DeskFilters>;
}

type Named = readonly { readonly id: string; readonly name: string }[];

const nameOf = (list: Named, id: string, kind: string): string =>
  list.find((one) => one.id === id)?.name ?? kind;

/** What narrows the list, in words, each to be taken out. */
export function chosenFilters(filters: DeskFilters, categories: Named, departments: Named): Chosen[] {
  const { scope, states, categoryIds, departmentId, due, search } = filters;
  const stage = stageOf(states);
  const chosen: (Chosen | false)[] = [
    due !== null && { text: dueKindTexts[due], without: { due: null } },
    states.length === 0 && scope !== 'open' && { text: scopeTexts[scope], without: { scope: 'open' } },
    stage !== null && { text: stageTexts[stage], without: { states: [] } },
    ...(stage === null ? states : []).map((state) => ({
      text: requestStateTexts[state].name,
      without: { states: states.filter((other) => other !== state) },
    })),
    ...categoryIds.map((id) => ({
      text: nameOf(categories, id, texts.category),
      without: { categoryIds: categoryIds.filter((other) => other !== id) },
    })),
    departmentId !== null && {
      text: nameOf(departments, departmentId, texts.department),
      without: { departmentId: null },
    },
    search !== '' && { text: `“${search}”`, without: { search: '' } },
  ];
  return chosen.filter((one) => one !== false);
}
