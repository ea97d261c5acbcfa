import type { Failure } from '../failure';
import { Notice } from '../ui/notice';
import { failureWords } from '../ui/state-views';
import { checkInTexts } from './texts';

export function checkInFailureWords(failure: Failure): { title: string; hint: string } {
  const known = failure.kind === 'refused' ? checkInTexts.failures[failure.code] : undefined;
  return known ?? failureWords(failure);
}

/** Why it did not work, and what to do instead. */
export function CheckInFailure({ failure }: { failure: Failure }) {
  const { title, hint } = checkInFailureWords(failure);
  return (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
}
