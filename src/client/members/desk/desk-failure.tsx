import type { Failure } from '../../failure';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { deskTexts } from './texts';

/** Why a change did not come about; after a conflict what holds now is shown already. */
export function DeskFailure({ failure }: { failure: Failure | null }) {
  if (!failure) return null;
  const { title, hint } = failureWords(failure);
  const isConflict = failure.kind === 'refused' && failure.status === 409;
  return (
    <Notice icon="warning" tone="danger" hint={isConflict ? deskTexts.reloaded : hint}>
      {title}
    </Notice>
  );
}
