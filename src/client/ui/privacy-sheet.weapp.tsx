import { Button, View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import { BottomSheet } from './bottom-sheet';
import { privacySheetTexts } from './texts';
import './privacy-sheet.scss';

/** WeChat wants its own kind of button for yes; everything else works after a no. */
export const PrivacySheet = observer(() => {
  const { settings, device } = useRootStore();
  const request = settings.privacyRequest;
  const texts = privacySheetTexts;
  return (
    <BottomSheet
      isOpen={request !== null}
      title={texts.title}
      onClose={() => settings.answerPrivacyRequest(false)}
      actions={
        <>
          <Button
            id={request?.buttonId ?? ''}
            className="privacy-sheet__agree"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => settings.answerPrivacyRequest(true)}
          >
            {texts.agree}
          </Button>
          <ActionButton
            kind="quiet"
            text={texts.read}
            onPress={() => {
              settings.answerPrivacyRequest(false);
              device.navigation.to('/settings/rider/privacy');
            }}
          />
          <ActionButton
            kind="quiet"
            text={texts.refuse}
            onPress={() => settings.answerPrivacyRequest(false)}
          />
        </>
      }
    >
      <View>{texts.words}</View>
    </BottomSheet>
  );
});
