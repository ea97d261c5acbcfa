import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useRef, useState } from 'react';
import type { Export } from '../../../contract/people';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { PersonStore } from '../store';
import { myDataTexts as texts } from '../texts';
import './my-data.scss';

definePageConfig({ navigationBarTitleText: '我的数据' });

/** While one is being made and the page is looked at. */
const lookEveryMs = 2_000;

function useLooking(store: PersonStore) {
  const { parts } = useRootStore();
  const cancel = useRef<() => void>(() => undefined);
  const stop = () => cancel.current();
  const look = async () => {
    await store.loadExports();
    if (store.exports.data?.[0]?.state === 'preparing')
      cancel.current = parts.clock.after(lookEveryMs, () => void look());
  };
  useDidShow(() => void look());
  useDidHide(stop);
  useUnload(stop);
  return look;
}

const Links = observer(({ made }: { made: Export }) => {
  const { device } = useRootStore();
  const { htmlUrl, jsonUrl, expiresAt } = made;
  if (!htmlUrl || !jsonUrl || !expiresAt) return null;
  const copy = async () => {
    if (await device.clipboard.copy(device.web.urlOf(htmlUrl))) device.feedback.toast(texts.copied);
  };
  return (
    <View className="my-data__links">
      {device.web.canOpen ? (
        <>
          <ActionButton kind="primary" text={texts.open} onPress={() => device.web.open(htmlUrl)} />
          <ActionButton icon="download" text={texts.download} onPress={() => device.web.open(jsonUrl)} />
        </>
      ) : (
        <ActionButton kind="primary" text={texts.copy} onPress={() => void copy()} />
      )}
      <View className="hint">{texts.until(instantText(expiresAt))}</View>
    </View>
  );
});

const tones = { preparing: 'warn', ready: 'good', failed: 'danger', expired: 'plain' } as const;

const Row = observer(({ made }: { made: Export }) => (
  <View className="card">
    <View className="my-data__row">
      <Heading level={2}>{texts.askedAt(instantText(made.requestedAt))}</Heading>
      <Tag text={texts.states[made.state]} tone={tones[made.state]} />
    </View>
    {made.state === 'preparing' ? <View className="hint">{texts.preparing}</View> : null}
    <Links made={made} />
  </View>
));

function MyData() {
  const root = useRootStore();
  const [store] = useState(() => new PersonStore(root));
  const look = useLooking(store);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  const ask = async () => {
    if (await store.askForExport()) void look();
  };
  const words = store.failure ? failureWords(store.failure) : null;
  const isUnderWay = store.exports.data?.[0]?.state === 'preparing';
  return (
    <Screen title={texts.title}>
      <View className="my-data">
        <View className="my-data__lead">{texts.lead}</View>
        {words ? (
          <Notice icon="warning" tone="danger" hint={words.hint}>
            {words.title}
          </Notice>
        ) : null}
        <ActionButton
          text={texts.ask}
          isWorking={store.isWorking}
          isDisabled={isUnderWay}
          onPress={() => void ask()}
        />
        {remoteView({
          remote: store.exports,
          onRetry: () => void look(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={1} />,
          children: (list) =>
            list.length > 0 ? (
              list.map((made) => <Row key={made.id} made={made} />)
            ) : (
              <View className="hint">{texts.none}</View>
            ),
        })}
      </View>
    </Screen>
  );
}

export default observer(MyData);
