import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useEffect } from 'react';
import type { Grant } from '../../contract/coupons';
import { useRootStore } from '../root-store';
import { runningClockText } from '../ui/dates';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { semantics } from '../ui/semantics';
import { useTicking } from '../ui/use-is-shown';
import './grant-live.scss';
import { grantTexts as texts } from './rider/texts';
import { valueText } from './value-text';

const minutesText = (ms: number) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const RunningClock = observer(({ at }: { at: string }) => {
  const { grants } = useRootStore();
  useTicking(true);
  const now = grants.cloudTime();
  return (
    <>
      <View className="grant-live__clock" {...semantics({ 'aria-hidden': true })}>
        {runningClockText(now)}
      </View>
      {/* Steps with the clock, also where nothing may glide. */}
      <View className="grant-live__steps">
        {[0, 1, 2, 3, 4].map((step) => (
          <View
            key={step}
            className={`grant-live__step ${Math.floor(now / 1000) % 5 === step ? 'grant-live__step--on' : ''}`}
          />
        ))}
      </View>
      <View className="grant-live__until">{texts.liveFor(minutesText(grants.liveLeft(at)))}</View>
    </>
  );
});

/** For the counter, for some minutes: it moves and counts, so that a picture of it is worth nothing. */
export const GrantLive = observer(({ grant }: { grant: Grant }) => {
  const { device } = useRootStore();
  const { coupon, redemption } = grant;
  useEffect(() => device.screenLight.hold({ isBright: true }), [device]);
  if (!redemption) return null;
  return (
    <View className="grant-live" {...semantics({ role: 'status', 'aria-live': 'polite' })}>
      <View className="grant-live__sweep" />
      <View className="grant-live__content">
        <View className="grant-live__state">
          <Icon name="check" />
          <Heading level={1}>{texts.live}</Heading>
        </View>
        <View className="grant-live__shop">{redemption.merchant.name}</View>
        <View className="grant-live__coupon">{`${coupon.title} · ${valueText(coupon.value)}`}</View>
        <View className="grant-live__label">{texts.number}</View>
        <View className="grant-live__number">{redemption.number}</View>
        <RunningClock at={redemption.at} />
        <View className="grant-live__show">{texts.showIt}</View>
      </View>
    </View>
  );
});
