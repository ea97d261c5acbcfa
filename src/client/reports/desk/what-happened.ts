import type { Case, CaseEntry } from '../../../contract/report-cases';
import { reportActionTexts, reportActorTexts, reportStateTexts } from '../report-text';
import { happenedTexts as texts } from './case-texts';

/** Who did it: the department where it is known, and the person for colleagues. */
export function actorText({ by, person, department, action }: CaseEntry): string {
  const name = by === 'department' && department && action !== 'assign' ? department : reportActorTexts[by];
  return person && by !== 'reporter' ? `${name} ${person}` : name;
}

/** What others did in between, one line each. */
export function happenedSince(before: Case, now: Case): string[] {
  const known = new Set(before.entries.map(({ id }) => id));
  const fresh = now.entries.filter(({ id }) => !known.has(id));
  const lines = fresh.map((entry) => texts.did(actorText(entry), reportActionTexts[entry.action]));
  if (before.state !== now.state) lines.push(texts.nowIs(reportStateTexts[now.state].name));
  return lines;
}
