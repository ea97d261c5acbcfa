import { View } from '@tarojs/components';
import { useDidShow, useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { BottomSheet } from '../../ui/bottom-sheet';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords } from '../../ui/state-views';
import { LinksStore } from '../links-store';
import { phoneText } from '../phone-number';
import { PhoneForm } from '../phone-form';
import { sessionRoutes } from '../routes';
import { phoneTexts as texts, waysTexts } from '../texts';
import { WechatPhoneButton } from '../wechat-phone-button';
import './phone.scss';

definePageConfig({ navigationBarTitleText: '绑定手机号' });

/** Asked once here, before a number is typed or WeChat's button is pressed. */
const PhoneConsent = observer(({ onRefuse }: { onRefuse: () => void }) => {
  const { consents } = useRootStore();
  const isAsked = consents.mine.data !== null && consents.stateOf('phone') !== 'given';
  return (
    <BottomSheet
      isOpen={isAsked}
      title={texts.consentTitle}
      onClose={onRefuse}
      actions={
        <>
          <ActionButton
            kind="primary"
            text={texts.agree}
            isWorking={consents.isWorking}
            onPress={() => void consents.answer('phone', true)}
          />
          <ActionButton kind="quiet" text={texts.refuse} onPress={onRefuse} />
        </>
      }
    >
      {texts.consentLines.map((line) => (
        <View key={line} className="phone-page__line">
          {line}
        </View>
      ))}
    </BottomSheet>
  );
});

const Linking = observer(({ store }: { store: LinksStore }) => {
  const { sessions } = useRootStore();
  const [isRefused, setIsRefused] = useState(false);
  const takeCode = async (code: string | null) => {
    const isLinked = code !== null && (await store.linkWechatPhone(code));
    setIsRefused(!isLinked);
  };
  const words = store.failure ? failureWords(store.failure) : null;
  return (
    <>
      {sessions.canUseWechat ? (
        <WechatPhoneButton text={texts.wechatPhone} onCode={(code) => void takeCode(code)} />
      ) : null}
      {isRefused && !words ? <Notice icon="info">{texts.refusedHere}</Notice> : null}
      {words ? (
        <Notice icon="warning" tone="danger" hint={words.hint}>
          {words.title}
        </Notice>
      ) : null}
      {sessions.canUsePhone ? (
        <View className="card">
          {sessions.canUseWechat ? <Heading level={2}>{texts.or}</Heading> : null}
          <PhoneForm
            submitText={texts.link}
            isWorking={store.isWorking}
            failure={store.failure}
            onSubmit={(phone, code) => void store.linkPhone(phone, code)}
          />
        </View>
      ) : null}
    </>
  );
});

function Phone() {
  const root = useRootStore();
  const { sessions, consents, device } = root;
  const [store] = useState(() => new LinksStore(root));
  useLoad(() => void sessions.loadWays());
  useDidShow(() => void consents.load());
  const { me } = sessions;
  if (!me) return <SignInFirst title={texts.title} />;
  const refuse = () => {
    void consents.answer('phone', false);
    device.navigation.back(sessionRoutes.ways.to());
  };
  return (
    <Screen title={texts.title}>
      <View className="phone-page">
        {me.phone ? (
          <Notice icon="check" tone="good" hint={store.isMerged ? waysTexts.mergedHint : texts.change}>
            {texts.now(phoneText(me.phone))}
          </Notice>
        ) : (
          <>
            <View className="hint">{texts.lead}</View>
            <Linking store={store} />
          </>
        )}
      </View>
      {me.phone ? null : <PhoneConsent onRefuse={refuse} />}
    </Screen>
  );
}

export default observer(Phone);
