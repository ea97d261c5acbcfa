import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useDialogFocus } from './dialog-focus';
import { Heading } from './heading';
import { Overlay } from './overlay';
import { semantics } from './semantics';
import './bottom-sheet.scss';

interface BottomSheetProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the one meant first on top. */
  actions: ReactNode;
}

function Panel({ title, onClose, children, actions }: Omit<BottomSheetProps, 'isOpen'>) {
  const panel = useDialogFocus(onClose);
  return (
    <View
      ref={panel}
      className="bottom-sheet__panel"
      {...semantics({ role: 'dialog', 'aria-modal': true, 'aria-label': title, tabIndex: -1 })}
    >
      <View className="bottom-sheet__grip" />
      <Heading level={2}>{title}</Heading>
      <View className="bottom-sheet__words">{children}</View>
      <View className="bottom-sheet__actions">{actions}</View>
    </View>
  );
}

/** A question that wants an answer, from below. Ours rather than NutUI's: a fifth of its bytes, and home needs it. */
export function BottomSheet({ isOpen, ...panel }: BottomSheetProps) {
  return (
    <Overlay>
      {isOpen ? (
        <View className="bottom-sheet">
          <View className="bottom-sheet__mask" catchMove onClick={panel.onClose} />
          <Panel {...panel} />
        </View>
      ) : null}
    </Overlay>
  );
}
