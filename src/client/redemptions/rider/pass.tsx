import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import { couponRoutes } from '../../coupons/routes';
import { valueText } from '../../coupons/value-text';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { QrCode } from '../../ui/qr-code';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { redemptionLimits } from '../../../contract/redemptions';
import { PassStore } from './pass-store';
import { passTexts as texts } from './texts';
import './pass.scss';

definePageConfig({ navigationBarTitleText: '骑手码' });

const Code = observer(({ store }: { store: PassStore }) => {
  const { settings } = useRootStore();
  const { shown, secondsLeft } = store;
  if (!shown) return null;
  const left = (secondsLeft / redemptionLimits.passSeconds) * 100;
  return (
    <View className="card pass__card">
      <Heading level={2} className="pass__lead">
        {texts.lead}
      </Heading>
      <QrCode text={shown.text} label={texts.qrAlt} />
      <View className="pass__clock">
        <View className="pass__bar">
          <View className="pass__bar-left" style={{ width: `${left}%` }} />
        </View>
        <View className="pass__seconds">{texts.refreshIn(secondsLeft)}</View>
      </View>
      <View className="hint pass__hint">
        {settings.isOnline ? null : <Icon name="offline" />}
        <View>{settings.isOnline ? texts.screenshot : texts.offline}</View>
      </View>
    </View>
  );
});

/** Instead of a code: it is being made, there never was one, or it is over. */
const NoCode = observer(({ store }: { store: PassStore }) => {
  const { failure, isOver } = store;
  const again = { text: uiTexts.retry, icon: 'retry', onPress: () => void store.make() } as const;
  if (!failure)
    return (
      <View className="card pass__card">
        <View className="pass__making">{texts.making}</View>
        <View className="hint">{texts.makingHint}</View>
        <LoadingRows count={1} />
      </View>
    );
  if (isOver) return <Still icon="clock" title={texts.over} hint={texts.overHint} action={again} />;
  if (failure.kind === 'offline')
    return <Still icon="offline" title={texts.none} hint={texts.noneHint} action={again} />;
  const { title, hint } = failureWords(failure);
  return <Still icon="warning" title={title} hint={hint} action={again} />;
});

const Usable = observer(({ store }: { store: PassStore }) => {
  const { device } = useRootStore();
  const grants = store.usable.data;
  if (grants === null) return null;
  return (
    <View className="card">
      <Heading level={2}>{texts.usable}</Heading>
      <View className="hint">{grants.length > 0 ? texts.usableHint : texts.noneUsable}</View>
      {grants.slice(0, 3).map(({ id, coupon }) => (
        <View key={id} className="pass__grant">
          <View className="pass__grant-title">{coupon.title}</View>
          <View className="pass__grant-value">{valueText(coupon.value)}</View>
        </View>
      ))}
      <LinkRow icon="list" text={texts.all} onPress={() => device.navigation.to(couponRoutes.mine.to())} />
    </View>
  );
});

/** While it is shown the code moves on; who signs in meanwhile gets theirs. */
function useShown(store: PassStore) {
  const { sessions, settings } = useRootStore();
  const personId = sessions.me?.id;
  useDidShow(store.start);
  useEffect(() => store.start(), [store, personId]);
  useEffect(() => {
    if (settings.isOnline && store.failure) void store.renew();
  }, [store, settings.isOnline]);
  useDidHide(store.stop);
  useUnload(store.stop);
}

function Pass() {
  const root = useRootStore();
  const [store] = useState(() => new PassStore(root));
  useShown(store);
  if (!root.sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      <View className="pass">
        {store.shown ? <Code store={store} /> : <NoCode store={store} />}
        {store.shown && store.failure && root.settings.isOnline ? (
          <Notice icon="warning" tone="warn">
            {failureWords(store.failure).title}
          </Notice>
        ) : null}
        {store.shown && root.settings.isOnline ? (
          <ActionButton
            kind="quiet"
            text={texts.unread}
            isWorking={store.isMaking}
            onPress={() => void store.make()}
          />
        ) : null}
        <Usable store={store} />
      </View>
    </Screen>
  );
}

export default observer(Pass);
