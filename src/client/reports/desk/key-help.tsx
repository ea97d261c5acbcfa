import { View } from '@tarojs/components';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { uiTexts } from '../../ui/texts';
import { keyTexts as texts } from './triage-texts';
import './key-help.scss';

interface KeyHelpProps {
  isOpen: boolean;
  onClose: () => void;
}

/** What the keys do. */
export function KeyHelp({ isOpen, onClose }: KeyHelpProps) {
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.title}
      onClose={onClose}
      actions={<ActionButton kind="primary" text={uiTexts.close} onPress={onClose} />}
    >
      {texts.rows.map(([key, what]) => (
        <View key={key} className="key-help">
          <View className="key-help__key">{key}</View>
          <View>{what}</View>
        </View>
      ))}
    </BottomSheet>
  );
}
