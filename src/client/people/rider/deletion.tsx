import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords } from '../../ui/state-views';
import { PersonStore } from '../store';
import { deletionTexts as texts } from '../texts';
import './deletion.scss';

definePageConfig({ navigationBarTitleText: '注销账号' });

function Deletion() {
  const root = useRootStore();
  const { sessions, device } = root;
  const [store] = useState(() => new PersonStore(root));
  const [isSure, setIsSure] = useState(false);
  const { me } = sessions;
  if (!me) return <SignInFirst title={texts.title} />;
  const confirm = () => {
    setIsSure(false);
    void store.requestDeletion();
  };
  const cancel = async () => {
    if (await store.cancelDeletion()) device.feedback.toast(texts.cancelled);
  };
  const words = store.failure ? failureWords(store.failure) : null;
  return (
    <Screen title={texts.title}>
      <View className="deletion">
        {words ? (
          <Notice icon="warning" tone="danger" hint={words.hint}>
            {words.title}
          </Notice>
        ) : null}
        {me.deletionDueAt ? (
          <Notice icon="warning" tone="warn" hint={texts.dueHint}>
            {texts.due(instantText(me.deletionDueAt))}
          </Notice>
        ) : null}
        <View className="card">
          <Heading level={2}>{texts.lead}</Heading>
          {texts.lines.map((line) => (
            <View key={line} className="deletion__line">
              {line}
            </View>
          ))}
        </View>
        {me.deletionDueAt ? (
          <ActionButton
            kind="primary"
            text={texts.cancel}
            isWorking={store.isWorking}
            onPress={() => void cancel()}
          />
        ) : (
          <ActionButton text={texts.ask} isWorking={store.isWorking} onPress={() => setIsSure(true)} />
        )}
      </View>
      <ConfirmSheet
        isOpen={isSure}
        title={texts.sure}
        hint={texts.sureHint}
        confirm={texts.confirm}
        onConfirm={confirm}
        onClose={() => setIsSure(false)}
      />
    </Screen>
  );
}

export default observer(Deletion);
