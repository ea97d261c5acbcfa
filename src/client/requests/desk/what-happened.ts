import type { RequestCase, RequestCaseEntry } from '../../../contract/request-cases';
import { requestActionTexts, requestActorTexts, requestStateTexts } from '../request-text';
import { formTexts as texts } from './texts';

/** Who did it: the department where it is known, and the person for colleagues. */
export function actorText({ by, person, department, action }: RequestCaseEntry): string {
  const name = by === 'department' && department && action !== 'assign' ? department : requestActorTexts[by];
  return person && by !== 'requester' ? `${name} ${person}` : name;
}

/** What others did in between, one line each. */
export function happenedSince(before: RequestCase, now: RequestCase): string[] {
  const known = new Set(before.entries.map(({ id }) => id));
  const fresh = now.entries.filter(({ id }) => !known.has(id));
  const lines = fresh.map((entry) => texts.did(actorText(entry), requestActionTexts[entry.action]));
  if (before.state !== now.state) lines.push(texts.nowIs(requestStateTexts[now.state].name));
  return lines;
}
