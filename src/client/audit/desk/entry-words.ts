import type { AuditEntry } from '../../../contract/audit';
import { roleNames } from '../../ui/role-names';
import { actionTexts, decisionNames, logTexts, statusNames } from './texts';

const nameOf = (party: AuditEntry['actor']): string => party.nickname ?? `${logTexts.deleted} ${party.ref}`;

/** A cloud newer than this app may write down what it has no word for. */
function wordIn(names: Partial<Record<string, string>>, key: unknown): string {
  return typeof key === 'string' ? (names[key] ?? key) : '';
}

function rolesOf(value: unknown): string {
  return Array.isArray(value) ? value.map((role) => wordIn(roleNames, role)).join('、') : '';
}

function detailWords({ action, details }: AuditEntry): string[] {
  const { count, shown, given, taken, from, to, decision } = details;
  const [more, less] = [rolesOf(given), rolesOf(taken)];
  const isExport = action === 'audit_exported' && typeof from === 'string' && typeof to === 'string';
  return [
    typeof count === 'number' ? logTexts.found(count) : '',
    typeof shown === 'number' ? logTexts.shown(shown) : '',
    more && logTexts.given(more),
    less && logTexts.taken(less),
    action === 'member_status_set' ? wordIn(statusNames, to) : '',
    wordIn(decisionNames, decision),
    isExport ? logTexts.days(from, to) : '',
  ].filter(Boolean);
}

/** What was done, in a sentence, and what else is known of it. */
export function entryWords(entry: AuditEntry): { what: string; more: string } {
  const { action, actor, subject } = entry;
  const sentence = (actionTexts as Partial<Record<string, (subject: string) => string>>)[action];
  const what = sentence ? sentence(subject ? nameOf(subject) : '') : action;
  return { what, more: [logTexts.by(nameOf(actor)), ...detailWords(entry)].join(' · ') };
}
