import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { TextField } from '../../ui/text-field';
import { FailureNotice } from '../../ui/failure-notice';
import { invitationIn } from './invitation-code';
import type { MineStore } from './mine-store';
import { mineTexts as texts } from './texts';

const linkLength = 200;

/** To become a clerk: by the link one was sent, or by a code that is typed or scanned. */
export const InvitationCard = observer(
  ({ store, invitation = '' }: { store: MineStore; invitation?: string }) => {
    const { device } = useRootStore();
    const [written, setWritten] = useState(invitation);
    const [isWrong, setIsWrong] = useState(false);
    const [isOver, setIsOver] = useState(false);
    const accept = async (text: string) => {
      const code = invitationIn(text);
      setIsWrong(code === null);
      const shop = code === null ? null : await store.accept(code);
      if (!shop) return;
      device.feedback.toast(texts.joined(shop.name));
      setWritten('');
      setIsOver(true);
    };
    const scan = async () => {
      const text = await device.scanner.scan();
      if (text === null) return;
      setWritten(text);
      await accept(text);
    };
    if (invitation && isOver) return null;
    return (
      <View className={`card my-shop ${invitation ? 'my-shop--invited' : ''}`}>
        <Heading level={2}>{invitation ? texts.invited : texts.haveCode}</Heading>
        {invitation ? <View className="hint">{texts.invitedHint}</View> : null}
        <TextField
          label={texts.code}
          value={written}
          maxLength={linkLength}
          hint={texts.codeHint}
          error={isWrong ? texts.codeWrong : null}
          onChange={(text) => {
            setIsWrong(false);
            setWritten(text);
          }}
          onConfirm={() => void accept(written)}
        />
        <FailureNotice working={store.working} />
        <ActionButton
          kind={invitation ? 'primary' : 'secondary'}
          text={texts.accept}
          isDisabled={written.trim() === ''}
          isWorking={store.working.isWorking}
          onPress={() => void accept(written)}
        />
        {invitation ? null : (
          <ActionButton kind="quiet" icon="scan" text={texts.scan} onPress={() => void scan()} />
        )}
      </View>
    );
  },
);
