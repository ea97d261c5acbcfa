import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from './heading';
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

/** A question that wants an answer, from below. */
export function BottomSheet({ isOpen, title, onClose, children, actions }: BottomSheetProps) {
  return (
    <Popup
      visible={isOpen}
      position="bottom"
      round
      destroyOnClose
      onClose={onClose}
      onOverlayClick={() => true}
    >
      <View
        className="bottom-sheet"
        {...semantics({ role: 'dialog', 'aria-modal': true, 'aria-label': title })}
      >
        <View className="bottom-sheet__grip" />
        <Heading level={2}>{title}</Heading>
        <View className="bottom-sheet__words">{children}</View>
        <View className="bottom-sheet__actions">{actions}</View>
      </View>
    </Popup>
  );
}
