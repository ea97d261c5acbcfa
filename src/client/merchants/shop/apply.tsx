import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { memberRoutes } from '../../members/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { Still } from '../../ui/state-views';
import { MerchantForm } from '../merchant-form';
import { merchantRoutes } from '../routes';
import { ApplyStore } from './apply-store';
import './mine.scss';
import { FailureNotice } from '../../ui/failure-notice';
import { applyTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '申请成为友好商户' });

const Form = observer(({ communityId }: { communityId: string }) => {
  const root = useRootStore();
  const { feedback, navigation } = root.device;
  const [store] = useState(() => new ApplyStore(root, communityId));
  const isIncomplete = Object.keys(store.errors).length > 0;
  const send = async () => {
    if (!(await store.apply())) return;
    feedback.toast(texts.sent);
    navigation.replace(merchantRoutes.mine.to());
  };
  return (
    <View className="my-shops">
      <View>{texts.lead}</View>
      <MerchantForm draft={store.draft} errors={store.errors} onChange={store.write} />
      <View className="hint">{texts.draft}</View>
      {isIncomplete ? (
        <Notice icon="warning" tone="danger">
          {texts.incomplete}
        </Notice>
      ) : null}
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        text={texts.submit}
        isWorking={store.working.isWorking}
        onPress={() => void send()}
      />
    </View>
  );
});

function Apply() {
  const { sessions, device } = useRootStore();
  const { me } = sessions;
  if (!me) return <SignInFirst title={texts.title} />;
  const joined = me.memberships.map(({ communityId }) => communityId);
  const communityId = joined.find((id) => id === me.currentCommunityId) ?? joined[0];
  return (
    <Screen title={texts.title}>
      {communityId === undefined ? (
        <Still
          icon="people"
          title={texts.join}
          hint={texts.joinHint}
          action={{
            text: texts.joinAction,
            onPress: () => device.navigation.to(memberRoutes.membership.to()),
          }}
        />
      ) : (
        <Form key={communityId} communityId={communityId} />
      )}
    </Screen>
  );
}

export default observer(Apply);
