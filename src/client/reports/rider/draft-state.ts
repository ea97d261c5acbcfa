import type { ReportDraft } from '../draft';
import type { DraftProgress } from '../drafts-store';
import { failureWords } from '../../ui/state-views';
import { draftTexts as texts } from './texts';

export interface DraftStanding {
  readonly name: string;
  readonly hint: string;
  readonly tone: 'plain' | 'warn' | 'danger' | 'accent';
}

interface Around {
  readonly progress: DraftProgress | null;
  readonly isOnline: boolean;
  readonly isSignedIn: boolean;
}

export function progressText({ photo }: DraftProgress, { photos }: ReportDraft): string {
  return photo === null ? texts.report : texts.photo(photo, photos.length);
}

/** How a draft stands, and what happens next without its person doing anything. */
export function standingOf(draft: ReportDraft, { progress, isOnline, isSignedIn }: Around): DraftStanding {
  const { state, failure, isAsked } = draft;
  if (progress?.key === draft.key) {
    return { name: texts.report, hint: progressText(progress, draft), tone: 'accent' };
  }
  if (state === 'draft') return { name: texts.draft, hint: texts.draftHint, tone: 'plain' };
  if (state === 'refused') {
    const hint = failure ? failureWords(failure).title : '';
    return { name: texts.refused, hint, tone: 'danger' };
  }
  if (!isSignedIn) return { name: texts.signIn, hint: texts.signInHint, tone: 'warn' };
  if (isAsked) return { name: texts.checking, hint: texts.checkingHint, tone: 'warn' };
  if (!isOnline || failure?.kind === 'offline') {
    return { name: texts.offline, hint: texts.offlineHint, tone: 'warn' };
  }
  const hint = failure ? failureWords(failure).title : texts.waitingHint;
  return { name: texts.waiting, hint, tone: 'warn' };
}
