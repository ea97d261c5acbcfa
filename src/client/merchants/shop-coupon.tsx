import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Coupon } from '../../contract/coupons';
import { couponRoutes } from '../coupons/routes';
import { audienceTexts, ruleText } from '../coupons/rule-text';
import { againText, claimText, priceOf, stepTexts, useText } from '../coupons/step-text';
import { worthText } from '../coupons/worth-text';
import { useRootStore } from '../root-store';
import { sessionRoutes } from '../sessions/routes';
import { ActionButton } from '../ui/action-button';
import { CouponTicket } from '../ui/coupon-ticket';
import { Notice } from '../ui/notice';
import { PointsHint } from '../ui/points-hint';
import { failureWords } from '../ui/state-views';
import './shop-coupon.scss';

interface ShopCouponProps {
  coupon: Coupon;
  hasCode: boolean;
  onUse: (grantId: string | null) => void;
}

const Action = observer(({ coupon, hasCode, onUse }: ShopCouponProps) => {
  const { coupons, grants, sessions, device } = useRootStore();
  const step = coupons.nextStep(coupon, hasCode);
  const isWorking = grants.workingOn === coupon.id;
  const claim = async () => {
    if (!sessions.isSignedIn) return device.navigation.to(sessionRoutes.signIn.to());
    if (await grants.claim(coupon.id)) device.feedback.toast(stepTexts.claimed);
  };
  const toGrant = (id: string) => device.navigation.to(couponRoutes.grant.to({ id }));
  switch (step.kind) {
    case 'use': {
      const { grantId } = step;
      return (
        <ActionButton
          kind="primary"
          text={useText(coupon, grantId !== null)}
          isWorking={isWorking}
          onPress={() => onUse(grantId)}
        />
      );
    }
    case 'claim':
      return <ActionButton text={claimText(coupon)} isWorking={isWorking} onPress={() => void claim()} />;
    case 'open':
      return <ActionButton text={stepTexts.open} onPress={() => toGrant(step.grantId)} />;
    case 'waiting':
      return <ActionButton icon="clock" text={stepTexts.waiting} onPress={() => toGrant(step.grantId)} />;
    case 'visit':
      return <View className="hint">{stepTexts.visit}</View>;
    case 'spent':
      return <View className="hint">{againText(step.nextAt)}</View>;
    case 'sold_out':
      return <View className="hint">{stepTexts.soldOut}</View>;
    case 'not_running':
      return <View className="hint">{stepTexts.notRunning}</View>;
  }
});

/** One of a shop's coupons, with what of it is mine and what can be done with it here. */
export const ShopCoupon = observer((props: ShopCouponProps) => {
  const { coupon, hasCode } = props;
  const { coupons, grants, device } = useRootStore();
  const { id, title, value, audience } = coupon;
  const step = coupons.nextStep(coupon, hasCode);
  const { kind } = step;
  const price = priceOf(coupon, step);
  const failure = grants.failed?.couponId === id ? grants.failed.failure : null;
  return (
    <CouponTicket
      worth={worthText(value)}
      title={title}
      lines={audience === 'members' ? [ruleText(coupon)] : [ruleText(coupon), audienceTexts[audience]]}
      isSpent={kind === 'spent' || kind === 'sold_out' || kind === 'not_running'}
      onPress={() => device.navigation.to(couponRoutes.detail.to({ id }))}
      action={
        <View className="shop-coupon">
          {failure ? (
            <Notice icon="warning" tone="danger">
              {failureWords(failure).title}
            </Notice>
          ) : null}
          {price === null ? null : <PointsHint price={price} />}
          <Action {...props} />
        </View>
      }
    />
  );
});
