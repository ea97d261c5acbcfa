import { View } from '@tarojs/components';
import type { ManagedCoupon } from '../../../contract/coupons';
import { audienceTexts, datesText, limitText, pricePointsText, useTexts, whenText } from '../rule-text';
import { valueText } from '../value-text';
import { factTexts } from './texts';
import './facts.scss';

/** Name and value, one below the other. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <View className="facts">
      {facts.map(([name, value]) => (
        <View key={name} className="facts__one">
          <View className="facts__name">{name}</View>
          <View className="facts__value">{value}</View>
        </View>
      ))}
    </View>
  );
}

/** All there is to say of a coupon, in words. */
export function CouponFacts({ coupon }: { coupon: ManagedCoupon }) {
  const { value, audience, use, pricePoints, merchants, terms } = coupon;
  return (
    <Facts
      facts={[
        [factTexts.value, valueText(value)],
        [factTexts.rule, limitText(coupon)],
        [factTexts.dates, datesText(coupon)],
        [factTexts.when, whenText(coupon)],
        [factTexts.audience, audienceTexts[audience]],
        [factTexts.use, useTexts[use]],
        ...(pricePoints === null ? [] : [[factTexts.points, pricePointsText(pricePoints)] as const]),
        [factTexts.merchants, merchants.map(({ name }) => name).join('、')],
        ...(terms ? [[factTexts.terms, terms] as const] : []),
      ]}
    />
  );
}
