import { View } from '@tarojs/components';
import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { DemoAccount } from '../../../contract/sessions';
import { useRootStore } from '../../root-store';
import { settingsRoutes } from '../../settings/routes';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { roleNames } from '../../ui/role-names';
import { failureWords, LoadingRows } from '../../ui/state-views';
import { signInTexts } from '../texts';
import './sign-in.scss';

definePageConfig({ navigationBarTitleText: '登录' });

interface AgreementProps {
  hasAgreed: boolean;
  isReminded: boolean;
  onChange: (hasAgreed: boolean) => void;
}

/** Unticked until the person ticks it. */
const Agreement = observer(({ hasAgreed, isReminded, onChange }: AgreementProps) => {
  const { device } = useRootStore();
  return (
    <View className={`agreement ${isReminded ? 'agreement--reminded' : ''}`}>
      <Pressable
        className="agreement__tick"
        role="checkbox"
        isChecked={hasAgreed}
        label={`${signInTexts.agreeLead}${signInTexts.agreeNotice}`}
        onPress={() => onChange(!hasAgreed)}
      >
        <View className={`agreement__box ${hasAgreed ? 'agreement__box--on' : ''}`}>
          {hasAgreed ? <Icon name="check" /> : null}
        </View>
        <View>{signInTexts.agreeLead}</View>
      </Pressable>
      <Pressable
        className="agreement__notice"
        role="link"
        onPress={() => device.navigation.to(settingsRoutes.privacy.to())}
      >
        {signInTexts.agreeNotice}
      </Pressable>
    </View>
  );
});

const DemoAccounts = observer(({ onChoose }: { onChoose: (account: DemoAccount) => void }) => {
  const { sessions } = useRootStore();
  const { data, status } = sessions.demoAccounts;
  if (status === 'loading' && !data) return <LoadingRows count={3} />;
  if (!data || data.length === 0) return null;
  return (
    <View className="card demo-accounts">
      <Heading level={2}>{signInTexts.demo}</Heading>
      <View className="hint">{signInTexts.demoHint}</View>
      {data.map((account) => (
        <Pressable
          key={account.account}
          className="demo-accounts__one"
          isDisabled={sessions.isWorking}
          onPress={() => onChoose(account)}
        >
          <View className="demo-accounts__picture">
            <Icon name="person" />
          </View>
          <View className="demo-accounts__words">
            <View className="demo-accounts__name">{`${account.nickname} · ${roleNames[account.role]}`}</View>
            <View className="hint">{account.about}</View>
          </View>
          <Icon name="next" className="demo-accounts__next" />
        </Pressable>
      ))}
    </View>
  );
});

function SignIn() {
  const { sessions, settings, device } = useRootStore();
  const [hasAgreed, setHasAgreed] = useState(settings.hasAgreedToPrivacy);
  const [isReminded, setIsReminded] = useState(false);
  useLoad(() => void sessions.loadDemoAccounts());
  const enter = async (signIn: () => Promise<boolean>) => {
    if (!hasAgreed) {
      setIsReminded(true);
      return;
    }
    settings.agreeToPrivacy();
    if (await signIn()) device.navigation.back(settingsRoutes.me.to());
  };
  const { demoAccounts, failure } = sessions;
  const isNowhere =
    !sessions.canUseWechat && demoAccounts.status !== 'loading' && (demoAccounts.data?.length ?? 0) === 0;
  const words = failure ? failureWords(failure) : null;
  return (
    <Screen title={signInTexts.title}>
      <View className="sign-in">
        <View className="sign-in__head">
          <Heading level={1}>{signInTexts.heading}</Heading>
          <View className="sign-in__lead">{signInTexts.lead}</View>
        </View>
        <Agreement
          hasAgreed={hasAgreed}
          isReminded={isReminded && !hasAgreed}
          onChange={(agreed) => {
            setHasAgreed(agreed);
            setIsReminded(false);
          }}
        />
        {isReminded && !hasAgreed ? (
          <Notice icon="info" tone="danger">
            {signInTexts.agreeFirst}
          </Notice>
        ) : null}
        {words ? (
          <Notice icon="warning" tone="danger" hint={words.hint}>
            {words.title}
          </Notice>
        ) : null}
        {sessions.canUseWechat ? (
          <ActionButton
            kind="primary"
            text={sessions.isWorking ? signInTexts.working : signInTexts.wechat}
            isWorking={sessions.isWorking}
            onPress={() => void enter(sessions.signInWithWechat)}
          />
        ) : null}
        <DemoAccounts onChoose={({ account }) => void enter(() => sessions.signInAsDemo(account))} />
        {isNowhere ? (
          <Notice icon="info" hint={signInTexts.nowhereHint}>
            {signInTexts.nowhere}
          </Notice>
        ) : null}
      </View>
    </Screen>
  );
}

export default observer(SignIn);
