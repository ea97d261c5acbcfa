import { redemptionLimits, type Redemption } from '../../../contract/redemptions';
import type { Failure } from '../../failure';
import { ReasonSheet } from '../../ui/reason-sheet';
import { reversalTexts as texts } from './texts';

interface ReversalSheetProps {
  /** null while nothing is to be taken back. */
  redemption: Redemption | null;
  isWorking: boolean;
  failure: Failure | null;
  onReverse: (redemption: Redemption, reason: string) => void;
  onClose: () => void;
}

export function ReversalSheet({ redemption, isWorking, failure, onReverse, onClose }: ReversalSheetProps) {
  return (
    <ReasonSheet
      isOpen={redemption !== null}
      title={texts.title}
      hint={texts.hint}
      label={texts.label}
      placeholder={texts.placeholder}
      suggestions={texts.suggestions}
      confirm={texts.confirm}
      maxLength={redemptionLimits.reasonLength}
      isWorking={isWorking}
      failure={failure}
      onConfirm={(reason) => redemption && onReverse(redemption, reason)}
      onClose={onClose}
    />
  );
}
