import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Activity, SignUp as SignedUp } from '../../../contract/activities';
import { homeRoutes } from '../../home/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { CheckRow } from '../../ui/check-row';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { QuestionField } from '../question-field';
import { activityRoutes } from '../routes';
import { spanText } from '../when-text';
import './sign-up.scss';
import { SignUpStore } from './sign-up-store';
import { signUpTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '报名' });

interface StoreProps {
  store: SignUpStore;
}

const Questions = observer(({ store }: StoreProps) => {
  if (store.questions.length === 0) return null;
  return (
    <View className="card sign-up__part">
      <View>
        <Heading level={2}>{texts.questions}</Heading>
        <View className="hint">{texts.questionsHint}</View>
      </View>
      {store.questions.map((question) => (
        <QuestionField key={question.id} form={store.form} question={question} />
      ))}
    </View>
  );
});

/** What can happen, who pays for it, and that one has read so. */
const Risk = observer(({ store, activity }: StoreProps & { activity: Activity }) => {
  const { riskNotice, insuranceText } = activity;
  if (store.isChange) return null;
  return (
    <>
      {riskNotice ? (
        <View className="card sign-up__part">
          <Heading level={2}>{texts.risk}</Heading>
          <View className="sign-up__words">{riskNotice}</View>
        </View>
      ) : null}
      {insuranceText ? (
        <View className="card sign-up__part">
          <Heading level={2}>{texts.insurance}</Heading>
          <View className="sign-up__words">{insuranceText}</View>
        </View>
      ) : null}
      {store.mustAgree ? (
        <View className={`card sign-up__agree ${store.isAgreementMissing ? 'sign-up__agree--wrong' : ''}`}>
          <CheckRow
            text={texts.agree}
            isChecked={store.hasAgreed}
            onToggle={() => store.agree(!store.hasAgreed)}
          />
          {store.isAgreementMissing ? <View className="field__wrong">{texts.mustAgree}</View> : null}
        </View>
      ) : null}
    </>
  );
});

/** Why it did not work, beside the button. */
const Said = observer(({ store }: StoreProps) => {
  const { failure } = store.of.working;
  if (store.isWrong) {
    return (
      <Notice icon="warning" tone="danger">
        {texts.look}
      </Notice>
    );
  }
  if (!failure) return null;
  if (failure.kind === 'offline') {
    return (
      <Notice icon="offline" tone="warn" hint={texts.offlineHint}>
        {texts.offlineTitle}
      </Notice>
    );
  }
  const { title, hint } = failureWords(failure);
  return (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
});

const submitText = ({ isChange, activity }: SignUpStore): string => {
  if (isChange) return texts.save;
  return activity?.offer === 'waitlist' ? texts.submitWaiting : texts.submit;
};

const madeText = ({ state, waitPlace }: SignedUp): string =>
  state === 'waitlisted' ? texts.waiting(waitPlace) : texts.done;

const Submit = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const send = async () => {
    const done = await store.send();
    if (!done) return;
    device.feedback.toast(store.isChange ? texts.saved : madeText(done));
    device.navigation.back(homeRoutes.home.to());
  };
  return (
    <View className="sign-up__dock">
      <Said store={store} />
      <ActionButton
        kind="primary"
        text={submitText(store)}
        isWorking={store.of.working.isWorking}
        onPress={() => void send()}
      />
    </View>
  );
});

function SignUp() {
  const root = useRootStore();
  const { id = '', change } = activityRoutes.signUp.parse(useRouter().params);
  const [store] = useState(() => new SignUpStore(root, id, change !== undefined));
  useLoad(() => void store.load());
  const title = store.isChange ? texts.changeTitle : texts.title;
  if (!root.sessions.isSignedIn) return <SignInFirst title={title} />;
  const remote = store.of.activity;
  const isReady = remote.data !== null && (!store.isChange || store.before.data !== null);
  const wait = <LoadingRows count={3} />;
  const retry = () => void store.load();
  return (
    <Screen title={title} dock={isReady ? <Submit store={store} /> : null}>
      {remoteView({
        remote,
        onRetry: retry,
        isOnline: root.settings.isOnline,
        loading: wait,
        children: (activity) => (
          <View className="sign-up">
            <View>
              <Heading level={2}>{activity.title}</Heading>
              <View className="hint">{spanText(activity.startsAt, activity.endsAt)}</View>
            </View>
            {store.isChange && !isReady
              ? remoteView({
                  remote: store.before,
                  onRetry: retry,
                  isOnline: root.settings.isOnline,
                  loading: wait,
                  children: () => null,
                })
              : null}
            {isReady ? <Questions store={store} /> : null}
            <Risk store={store} activity={activity} />
          </View>
        ),
      })}
    </Screen>
  );
}

export default observer(SignUp);
