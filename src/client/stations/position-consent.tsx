import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { ActionButton } from '../ui/action-button';
import { BottomSheet } from '../ui/bottom-sheet';
import { useRootStore } from '../root-store';
import { positionConsentTexts } from './texts';
import './position-consent.scss';

interface PositionConsentProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Our own question before the system's: what the position is for, and that no is fine. */
export const PositionConsent = observer(({ isOpen, onClose }: PositionConsentProps) => {
  const { settings, stations } = useRootStore();
  const agree = () => {
    onClose();
    settings.givePosition();
    void stations.locate();
  };
  const refuse = () => {
    onClose();
    settings.refusePosition();
  };
  const texts = positionConsentTexts;
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <ActionButton kind="primary" icon="locate" text={texts.agree} onPress={agree} />
          <ActionButton kind="quiet" text={texts.refuse} onPress={refuse} />
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
});
