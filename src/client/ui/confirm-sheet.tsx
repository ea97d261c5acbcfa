import { ActionButton } from './action-button';
import { BottomSheet } from './bottom-sheet';
import { uiTexts } from './texts';

interface ConfirmSheetProps {
  isOpen: boolean;
  title: string;
  hint: string;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once before something that cannot be undone. */
export function ConfirmSheet({ isOpen, title, hint, confirm, onConfirm, onClose }: ConfirmSheetProps) {
  return (
    <BottomSheet
      isOpen={isOpen}
      title={title}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" text={confirm} onPress={onConfirm} />
          <ActionButton kind="quiet" text={uiTexts.dismiss(confirm)} onPress={onClose} />
        </>
      }
    >
      {hint}
    </BottomSheet>
  );
}
