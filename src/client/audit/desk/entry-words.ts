import type { AuditEntry } from '../../../contract/audit';
import { roleNames } from '../../ui/role-names';
import { actionTexts, logTexts } from './texts';

const nameOf = (party: AuditEntry['actor']): string => party.nickname ?? `${logTexts.deleted} ${party.ref}`;

const roleName = (role: unknown): string =>
  typeof role === 'string' ? ((roleNames as Partial<Record<string, string>>)[role] ?? role) : '';

function detailWords(details: AuditEntry['details']): string[] {
  const words: string[] = [];
  const { count, roles, reason } = details;
  if (typeof count === 'number') words.push(logTexts.found(count));
  if (Array.isArray(roles)) words.push(roles.map(roleName).filter(Boolean).join('、'));
  if (typeof reason === 'string') words.push(reason);
  return words;
}

/** What was done, in a sentence, and what else is known of it. */
export function entryWords({ action, actor, subject, details }: AuditEntry): { what: string; more: string } {
  // A cloud newer than this app may write down more.
  const sentence = (actionTexts as Partial<Record<string, (subject: string) => string>>)[action];
  const what = sentence ? sentence(subject ? nameOf(subject) : '') : action;
  return { what, more: [logTexts.by(nameOf(actor)), ...detailWords(details)].join(' · ') };
}
