import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { memberLimits, type Member, type StatusChange } from '../../../contract/members';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { ReasonSheet } from '../../ui/reason-sheet';
import type { MemberStore } from './member-store';
import { memberTexts as texts } from './texts';

interface StatusPartProps {
  store: MemberStore;
  member: Member;
}

/** Whether somebody is known, and whether they are stopped for a time. */
export const StatusPart = observer(({ store, member }: StatusPartProps) => {
  const { device } = useRootStore();
  const [isPausing, setIsPausing] = useState(false);
  const { status, pauseReason, nickname, can } = member;
  const set = async (to: StatusChange, said: string, reason?: string) => {
    if (!(await store.setStatus(to, reason))) return;
    setIsPausing(false);
    device.feedback.toast(said);
  };
  return (
    <View className="card desk-part">
      <Heading level={2}>{texts.status}</Heading>
      {pauseReason ? (
        <Notice icon="warning" tone="warn">
          {texts.pausedBecause(pauseReason)}
        </Notice>
      ) : null}
      {status === 'paused' && can.setStatus ? <View className="hint">{texts.resumeHint}</View> : null}
      {status === 'joined' && can.setStatus ? <View className="hint">{texts.verifyHint}</View> : null}
      {can.setStatus ? (
        <View className="desk-actions">
          {status === 'joined' ? (
            <ActionButton
              icon="check"
              text={texts.verify}
              isWorking={store.isWorking && !isPausing}
              onPress={() => void set('verified', texts.verified)}
            />
          ) : null}
          {status === 'paused' ? (
            <ActionButton
              text={texts.resume}
              isWorking={store.isWorking}
              onPress={() => void set('resumed', texts.resumed)}
            />
          ) : (
            <ActionButton text={texts.pause} onPress={() => setIsPausing(true)} />
          )}
        </View>
      ) : (
        <View className="hint">{texts.statusReadOnly}</View>
      )}
      <ReasonSheet
        isOpen={isPausing}
        title={texts.pauseAsk(nickname)}
        hint={texts.pauseHint}
        label={texts.reason}
        placeholder={texts.reasonPlaceholder}
        confirm={texts.pause}
        maxLength={memberLimits.reasonLength}
        isWorking={store.isWorking}
        failure={store.failure}
        onConfirm={(reason) => void set('paused', texts.paused, reason)}
        onClose={() => setIsPausing(false)}
      />
    </View>
  );
});
