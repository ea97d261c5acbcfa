import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { ManagedCoupon } from '../../../contract/coupons';
import { Pressable } from '../../ui/pressable';
import { Tag } from '../../ui/tag';
import { datesText } from '../rule-text';
import { valueText } from '../value-text';
import { listTexts as texts, stateTexts } from './texts';

interface CouponRowProps {
  coupon: ManagedCoupon;
  isChosen: boolean;
  onChoose: () => void;
}

/** A coupon in short: what it is, whether it runs, how much of it is left. */
export const CouponRow = observer(({ coupon, isChosen, onChoose }: CouponRowProps) => {
  const { title, value, state, issued, total, redeemed } = coupon;
  const { name, tone } = stateTexts[state];
  return (
    <Pressable
      className={`coupon-row ${isChosen ? 'coupon-row--on' : ''}`}
      isPressed={isChosen}
      onPress={onChoose}
    >
      <View className="coupon-row__top">
        <View className="coupon-row__title">{title}</View>
        <Tag text={name} tone={tone} />
      </View>
      <View className="coupon-row__value">{valueText(value)}</View>
      <View className="hint">{datesText(coupon)}</View>
      <View className="coupon-row__stock">
        <View className="coupon-row__taken" style={{ width: `${Math.min(100, (issued / total) * 100)}%` }} />
      </View>
      <View className="coupon-row__counts">
        <View>{texts.issued(issued, total)}</View>
        <View>{texts.used(redeemed)}</View>
      </View>
    </Pressable>
  );
});
