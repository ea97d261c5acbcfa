import type { Assignees } from '../../../contract/report-cases';
import { plainDateText } from '../../ui/dates';
import { reportCategoryTexts, reportStateTexts } from '../report-text';
import type { DeskFilters } from './filters';
import { stageOf } from './stages';
import { dueKindTexts, scopeTexts, stageTexts, triageTexts as texts } from './triage-texts';

interface Chosen {
  readonly text: string;
  /** What taking it out changes. */
  readonly without: Partial<DeskFilters>;
}

const nameOf = (
  list: readonly { id: string; name: string }[] | undefined,
  id: string,
  kind: string,
): string => list?.find((one) => one.id === id)?.name ?? kind;

/** What narrows the list, in words, each to be taken out. */
export function chosenFilters(filters: DeskFilters, assignees: Assignees | null): Chosen[] {
  const { scope, states, categories, departmentId, gridMembershipId, due, search, from, to } = filters;
  const stage = stageOf(states);
  const chosen: (Chosen | false)[] = [
    due !== null && { text: dueKindTexts[due], without: { due: null } },
    states.length === 0 && scope !== 'open' && { text: scopeTexts[scope], without: { scope: 'open' } },
    stage !== null && { text: stageTexts[stage], without: { states: [] } },
    ...(stage === null ? states : []).map((state) => ({
      text: reportStateTexts[state].name,
      without: { states: states.filter((other) => other !== state) },
    })),
    ...categories.map((category) => ({
      text: reportCategoryTexts[category],
      without: { categories: categories.filter((other) => other !== category) },
    })),
    departmentId !== null && {
      text: nameOf(assignees?.departments, departmentId, texts.department),
      without: { departmentId: null },
    },
    gridMembershipId !== null && {
      text: nameOf(assignees?.gridMembers, gridMembershipId, texts.gridMember),
      without: { gridMembershipId: null },
    },
    search !== '' && { text: `“${search}”`, without: { search: '' } },
    from !== null && { text: texts.submittedFrom(plainDateText(from)), without: { from: null } },
    to !== null && { text: texts.submittedTo(plainDateText(to)), without: { to: null } },
  ];
  return chosen.filter((one) => one !== false);
}
