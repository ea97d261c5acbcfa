import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
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
import { PhoneForm } from '../phone-form';
import { sessionRoutes } from '../routes';
import { phoneFormTexts, signInTexts } from '../texts';
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
  const [isYoung, setIsYoung] = useState(false);
  return (
    <View>
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
      {isReminded ? (
        <Notice icon="info" tone="danger">
          {signInTexts.agreeFirst}
        </Notice>
      ) : null}
      <Pressable className="agreement__young" isPressed={isYoung} onPress={() => setIsYoung(!isYoung)}>
        {signInTexts.young}
      </Pressable>
      {isYoung ? (
        <Notice icon="people" hint={signInTexts.youngHint}>
          {signInTexts.youngTitle}
        </Notice>
      ) : null}
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

/** Every way this server and this device have in common. */
const Ways = observer(({ mayEnter, onEnter }: { mayEnter: () => boolean; onEnter: Enter }) => {
  const { sessions } = useRootStore();
  const { returnTo = '' } = sessionRoutes.signIn.parse(useRouter().params);
  const enter = (signIn: () => Promise<boolean>) => {
    if (mayEnter()) onEnter(signIn);
  };
  return (
    <>
      {sessions.canUseWechat ? (
        <ActionButton
          kind="primary"
          text={sessions.isWorking ? signInTexts.working : signInTexts.wechat}
          isWorking={sessions.isWorking}
          onPress={() => enter(sessions.signInWithWechat)}
        />
      ) : null}
      {sessions.canUseWechatWeb ? (
        <ActionButton
          kind="primary"
          text={signInTexts.wechatWeb}
          onPress={() => {
            if (mayEnter()) sessions.leaveForWechat(returnTo);
          }}
        />
      ) : null}
      {sessions.canUsePhone ? (
        <View className="card">
          <Heading level={2}>{phoneFormTexts.heading}</Heading>
          <PhoneForm
            submitText={phoneFormTexts.signIn}
            isWorking={sessions.isWorking && sessions.failure === null}
            failure={sessions.failure}
            mayBegin={mayEnter}
            onSubmit={(phone, code) => enter(() => sessions.signInWithPhone(phone, code))}
          />
        </View>
      ) : null}
    </>
  );
});

type Enter = (signIn: () => Promise<boolean>) => void;

/** What went wrong: on WeChat's page, or here. */
const Refused = observer(() => {
  const { sessions } = useRootStore();
  const { refused = '' } = sessionRoutes.signIn.parse(useRouter().params);
  const words = sessions.failure ? failureWords(sessions.failure) : null;
  const reason = (signInTexts.refused as Partial<Record<string, string>>)[refused];
  if (!words && !reason) return null;
  return (
    <Notice icon="warning" tone="danger" {...(words && { hint: words.hint })}>
      {words?.title ?? reason}
    </Notice>
  );
});

function SignIn() {
  const { sessions, settings, device } = useRootStore();
  const { ticket = '', returnTo = '' } = sessionRoutes.signIn.parse(useRouter().params);
  const [hasAgreed, setHasAgreed] = useState(settings.hasAgreedToPrivacy);
  const [isReminded, setIsReminded] = useState(false);
  const enter: Enter = (signIn) => {
    settings.agreeToPrivacy();
    void signIn().then((isIn) => {
      if (!isIn) return;
      if (returnTo) device.navigation.replace(`/${returnTo}`);
      else device.navigation.back(settingsRoutes.me.to());
    });
  };
  const mayEnter = () => {
    setIsReminded(!hasAgreed);
    return hasAgreed;
  };
  useLoad(() => {
    sessions.clearFailure();
    void sessions.loadWays();
    // Whoever comes back from WeChat's page ticked before leaving.
    if (ticket && settings.hasAgreedToPrivacy) enter(() => sessions.signInWithTicket(ticket));
  });
  const { ways, demoAccounts } = sessions;
  const isNowhere =
    ways.status === 'ready' &&
    !(sessions.canUseWechat || sessions.canUseWechatWeb || sessions.canUsePhone || ways.data?.demo);
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
        <Refused />
        {ways.failure && !ways.data && !sessions.canUseWechat ? (
          <Notice
            icon="warning"
            tone="warn"
            hint={failureWords(ways.failure).hint}
            action={{ text: signInTexts.again, onPress: () => void sessions.loadWays() }}
          >
            {failureWords(ways.failure).title}
          </Notice>
        ) : null}
        {(ways.data ?? demoAccounts.data) ? null : (
          <View>{ways.failure ? null : <LoadingRows count={3} />}</View>
        )}
        <Ways mayEnter={mayEnter} onEnter={enter} />
        <DemoAccounts
          onChoose={({ account }) => {
            if (mayEnter()) enter(() => sessions.signInAsDemo(account));
          }}
        />
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
