import { View } from '@tarojs/components';
import { ActionButton } from './action-button';
import { BottomSheet } from './bottom-sheet';
import './position-consent.scss';
import { positionConsentTexts as texts } from './texts';

interface PositionConsentProps {
  isOpen: boolean;
  onAgree: () => void;
  onRefuse: () => void;
  onClose: () => void;
}

/** Our own question before the system's: what the position is for, and that no is fine. */
export function PositionConsent({ isOpen, onAgree, onRefuse, onClose }: PositionConsentProps) {
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" icon="locate" text={texts.agree} onPress={onAgree} />
          <ActionButton kind="quiet" text={texts.refuse} onPress={onRefuse} />
        </>
      }
    >
      {texts.lines.map((line) => (
        <View key={line} className="position-consent__line">
          {line}
        </View>
      ))}
    </BottomSheet>
  );
}
