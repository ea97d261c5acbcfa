import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useRef, useState } from 'react';
import type { Redemption } from '../../../contract/redemptions';
import { merchantRoutes } from '../../merchants/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { redemptionRoutes } from '../routes';
import './counter.scss';
import { CounterStore } from './counter-store';
import { DoneCard, EarlierRow } from './done-card';
import { PassSheet } from './pass-sheet';
import { ReversalSheet } from './reversal-sheet';
import { counterTexts as texts, doneTexts, reversalTexts } from './texts';
import { WaitingCard } from './waiting-card';

definePageConfig({ navigationBarTitleText: '收银台' });

const earlierCount = 5;

const Top = observer(({ store, merchantId }: { store: CounterStore; merchantId: string }) => {
  const { device } = useRootStore();
  const isHeard = store.live.failure === null;
  const merchant = store.merchant.data;
  return (
    <>
      <View className="counter__top">
        <View className="counter__shop">
          <Heading level={2}>{merchant?.name ?? ''}</Heading>
          <View
            className={`counter__live ${isHeard ? '' : 'counter__live--off'}`}
            {...semantics({ role: 'status' })}
          >
            {isHeard ? texts.live : texts.notHeard}
          </View>
        </View>
        <Pressable
          className="counter__books"
          role="link"
          onPress={() => device.navigation.to(redemptionRoutes.books.to({ merchantId }))}
        >
          <Icon name="list" />
          <View>{texts.books}</View>
        </Pressable>
      </View>
      {merchant && merchant.status !== 'active' ? (
        <Notice icon="warning" tone="warn">
          {texts.paused}
        </Notice>
      ) : null}
    </>
  );
});

const Waiting = observer(({ store }: { store: CounterStore }) => {
  const { live } = store;
  if (live.holds === null) {
    if (!live.failure) return <LoadingRows count={2} />;
    const { title, hint } = failureWords(live.failure);
    return (
      <Still
        icon={live.failure.kind === 'offline' ? 'offline' : 'warning'}
        title={title}
        hint={hint}
        action={{ text: uiTexts.retry, icon: 'retry', onPress: live.start }}
      />
    );
  }
  if (live.waiting.length === 0) return <Still icon="clock" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <View className="counter__part" {...semantics({ 'aria-live': 'assertive' })}>
      <Heading level={2}>{texts.waiting(live.waiting.length)}</Heading>
      {live.waiting.map((hold) => (
        <WaitingCard key={hold.grantId} store={store} hold={hold} />
      ))}
    </View>
  );
});

const Done = observer(
  ({ store, onReverse }: { store: CounterStore; onReverse: (redemption: Redemption) => void }) => {
    const [last, ...earlier] = store.done;
    if (!last) return null;
    return (
      <>
        <DoneCard redemption={last} onReverse={onReverse} />
        {earlier.length > 0 ? (
          <View className="card">
            <Heading level={3}>{doneTexts.earlier}</Heading>
            {earlier.slice(0, earlierCount).map((redemption) => (
              <EarlierRow key={redemption.id} redemption={redemption} onReverse={onReverse} />
            ))}
          </View>
        ) : null}
      </>
    );
  },
);

const Dock = observer(
  ({ store, merchantId, onScan }: { store: CounterStore; merchantId: string; onScan: () => void }) => {
    const { device } = useRootStore();
    const failure = store.scanned ? null : store.failure;
    return (
      <View className="counter__dock">
        {failure ? (
          <Notice icon="warning" tone="danger" action={{ text: uiTexts.close, onPress: store.forgetFailure }}>
            {failureWords(failure).title}
          </Notice>
        ) : null}
        <View className="counter__buttons">
          <ActionButton
            kind="primary"
            icon="scan"
            text={texts.scan}
            isWorking={store.workingOn === 'pass'}
            onPress={onScan}
          />
          <ActionButton
            icon="qr"
            text={texts.screen}
            onPress={() => device.navigation.to(merchantRoutes.codes.to({ merchantId }))}
          />
        </View>
      </View>
    );
  },
);

/** What waits is told while the page is shown, and the screen stays on. */
function useOpenCounter(store: CounterStore) {
  const { device } = useRootStore();
  const letGo = useRef<() => void>(() => undefined);
  const close = () => {
    store.live.stop();
    letGo.current();
  };
  useDidShow(() => {
    letGo.current();
    letGo.current = device.screenLight.hold({ isBright: false });
    store.live.start();
    void store.loadMerchant();
  });
  useDidHide(close);
  useUnload(close);
}

const Counter = observer(({ merchantId }: { merchantId: string }) => {
  const root = useRootStore();
  const { device } = root;
  const [store] = useState(() => new CounterStore(root, merchantId));
  const [reversing, setReversing] = useState<Redemption | null>(null);
  useOpenCounter(store);
  const scan = async () => {
    store.closePass();
    const text = await device.scanner.scan();
    if (text !== null) await store.read(text);
  };
  const reverse = async (redemption: Redemption, reason: string) => {
    if (!(await store.reverse(redemption, reason))) return;
    setReversing(null);
    device.feedback.toast(reversalTexts.done);
  };
  return (
    <Screen
      title={texts.title}
      dock={<Dock store={store} merchantId={merchantId} onScan={() => void scan()} />}
    >
      <View className="counter">
        <Top store={store} merchantId={merchantId} />
        <Waiting store={store} />
        <Done store={store} onReverse={setReversing} />
      </View>
      <PassSheet store={store} onScan={() => void scan()} />
      <ReversalSheet
        redemption={reversing}
        isWorking={store.workingOn !== null}
        failure={store.failure}
        onReverse={(redemption, reason) => void reverse(redemption, reason)}
        onClose={() => {
          store.forgetFailure();
          setReversing(null);
        }}
      />
    </Screen>
  );
});

function CounterPage() {
  const { sessions } = useRootStore();
  const { merchantId = '' } = redemptionRoutes.counter.parse(useRouter().params);
  return sessions.isSignedIn ? <Counter merchantId={merchantId} /> : <SignInFirst title={texts.title} />;
}

export default observer(CounterPage);
