import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { couponLimits, type Grant } from '../../contract/coupons';
import { useRootStore } from '../root-store';
import { ActionButton } from '../ui/action-button';
import { Heading } from '../ui/heading';
import { semantics } from '../ui/semantics';
import { useTicking } from '../ui/use-is-shown';
import './grant-waiting.scss';
import { grantTexts as texts } from './rider/texts';
import { valueText } from './value-text';

const Countdown = observer(({ until }: { until: string }) => {
  const { grants } = useRootStore();
  useTicking(true);
  const left = grants.secondsLeft(until);
  const width = `${(left / couponLimits.holdSeconds) * 100}%`;
  return (
    <>
      <View className="grant-waiting__left">
        <View className="grant-waiting__seconds">{String(left)}</View>
        <View className="grant-waiting__unit">{texts.seconds}</View>
      </View>
      <View className="grant-waiting__bar">
        <View className="grant-waiting__rest" style={{ width }} />
      </View>
      <View className="hint">{left > 0 ? texts.stay : texts.almost}</View>
    </>
  );
});

/** The shop is asked: how long it has, and a way back. */
export const GrantWaiting = observer(({ grant, onCancel }: { grant: Grant; onCancel: () => void }) => {
  const { grants } = useRootStore();
  const { coupon, hold } = grant;
  if (!hold) return null;
  return (
    <>
      <View className="card grant-waiting">
        <View {...semantics({ role: 'status', 'aria-live': 'polite' })}>
          <Heading level={1}>{texts.waiting}</Heading>
          <View className="grant-waiting__ask">{texts.waitingAt(hold.merchant.name)}</View>
        </View>
        <Countdown until={hold.until} />
        <View className="grant-waiting__coupon">
          <View className="grant-waiting__title">{coupon.title}</View>
          <View className="hint">{valueText(coupon.value)}</View>
        </View>
      </View>
      <ActionButton text={texts.cancel} isWorking={grants.workingOn === coupon.id} onPress={onCancel} />
    </>
  );
});
