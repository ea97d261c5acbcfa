import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { privacyNoticeVersion } from '../../contract/consents';
import { useRootStore } from '../root-store';
import { ActionButton } from './action-button';
import { BottomSheet } from './bottom-sheet';
import { noticeChangeTexts as texts } from './texts';

const privacyPage = '/settings/rider/privacy';

/** The privacy notice is newer than the one its person agreed to: asked once each time the app is opened. */
export const NoticeChange = observer(() => {
  const { sessions, consents, device } = useRootStore();
  const [isPutOff, setIsPutOff] = useState(false);
  const agreed = sessions.me?.agreedNotice ?? null;
  const isOpen = agreed !== null && agreed !== privacyNoticeVersion && !isPutOff;
  const agree = async () => {
    if (await consents.agreeToNotice()) setIsPutOff(true);
  };
  return (
    <BottomSheet
      isOpen={isOpen}
      title={texts.title}
      onClose={() => setIsPutOff(true)}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.agree}
            isWorking={consents.isWorking}
            onPress={() => void agree()}
          />
          <ActionButton
            kind="quiet"
            text={texts.read}
            onPress={() => {
              setIsPutOff(true);
              device.navigation.to(privacyPage);
            }}
          />
          <ActionButton kind="quiet" text={texts.later} onPress={() => setIsPutOff(true)} />
        </>
      }
    >
      <View>{texts.words}</View>
    </BottomSheet>
  );
});
