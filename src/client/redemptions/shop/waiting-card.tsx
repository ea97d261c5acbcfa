import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { valueText } from '../../coupons/value-text';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Pressable } from '../../ui/pressable';
import type { CounterStore } from './counter-store';
import type { WaitingHold } from './live-holds';
import { counterTexts as texts } from './texts';
import './waiting-card.scss';

const wholeSeconds = 120;
const hurrySeconds = 20;

/** Its own observer: it is drawn again every second. */
const Left = observer(({ store, hold }: { store: CounterStore; hold: WaitingHold }) => {
  const seconds = store.live.secondsLeft(hold);
  const isHurry = seconds <= hurrySeconds;
  return (
    <View className={`waiting-card__left ${isHurry ? 'waiting-card__left--hurry' : ''}`}>
      <View className="waiting-card__bar">
        <View className="waiting-card__bar-left" style={{ width: `${(seconds / wholeSeconds) * 100}%` }} />
      </View>
      <View className="waiting-card__seconds">{texts.left(seconds)}</View>
    </View>
  );
});

/** Somebody who stands at the counter. */
export const WaitingCard = observer(({ store, hold }: { store: CounterStore; hold: WaitingHold }) => {
  const { device } = useRootStore();
  const { coupon, rider, grantId } = hold;
  const isWorking = store.workingOn === grantId;
  const isBusy = store.workingOn !== null;
  const decline = async () => {
    if (await store.decline(hold)) device.feedback.toast(texts.declined);
  };
  return (
    <View className="card waiting-card">
      <View className="waiting-card__top">
        <View className="waiting-card__rider">{rider}</View>
        <Left store={store} hold={hold} />
      </View>
      <View>
        <Heading level={2} className="waiting-card__value">
          {valueText(coupon.value)}
        </Heading>
        <View className="waiting-card__title">{coupon.title}</View>
      </View>
      <View className="waiting-card__actions">
        <Pressable
          className="waiting-card__decline"
          label={texts.declineNamed(rider)}
          isDisabled={isBusy}
          onPress={() => void decline()}
        >
          {texts.decline}
        </Pressable>
        <Pressable
          className={`waiting-card__confirm ${isWorking ? 'waiting-card__confirm--busy' : ''}`}
          label={texts.confirmNamed(rider, coupon.title)}
          isDisabled={isBusy}
          onPress={() => void store.confirm(hold)}
        >
          <Icon name="check" />
          <View>{texts.confirm}</View>
        </Pressable>
      </View>
    </View>
  );
});
