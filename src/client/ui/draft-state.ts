import type { DraftFrame } from '../draft';
import type { DraftProgress } from '../drafts-store';
import { draftTexts as texts } from './draft-texts';
import { failureWords } from './state-views';

interface DraftStanding {
  readonly name: string;
  readonly hint: string;
  readonly tone: 'plain' | 'warn' | 'danger' | 'accent';
}

interface Around {
  readonly progress: DraftProgress | null;
  readonly isOnline: boolean;
  readonly isSignedIn: boolean;
}

export function progressText({ photo }: DraftProgress, { photos }: DraftFrame): string {
  return photo === null ? texts.sending : texts.photo(photo, photos.length);
}

/** How a draft stands, and what happens next without its person doing anything. */
export function standingOf(draft: DraftFrame, { progress, isOnline, isSignedIn }: Around): DraftStanding {
  const { state, failure, isAsked } = draft;
  if (progress?.key === draft.key) {
    return { name: texts.sending, hint: progressText(progress, draft), tone: 'accent' };
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
