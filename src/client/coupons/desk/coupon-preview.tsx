import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { Heading } from '../../ui/heading';
import { audienceTexts, datesText, pricePointsText, ruleText, useTexts } from '../rule-text';
import { valueText } from '../value-text';
import { valueOf } from './coupon-draft';
import type { CouponEditStore } from './edit-store';
import { editTexts as texts } from './texts';
import './coupon-preview.scss';

/** What riders will see of it, while it is being written. */
export const CouponPreview = observer(({ store }: { store: CouponEditStore }) => {
  const { draft } = store;
  const { title, terms, weekdays, isTimed, from, to, period, audience, use, merchants } = draft;
  const value = valueOf(draft);
  const hours = isTimed ? { from, to } : null;
  const perRider = Number(draft.perRider) || 1;
  const price = Number(draft.pricePoints) || 0;
  return (
    <View className="coupon-preview">
      <Heading level={2}>{texts.preview}</Heading>
      <View className="coupon-preview__ticket">
        <View className="coupon-preview__top">
          <View className="coupon-preview__value">{value ? valueText(value) : texts.what}</View>
          <View className="coupon-preview__title">{title.trim() || texts.name}</View>
        </View>
        <View className="coupon-preview__rules">
          <View>{ruleText({ weekdays, hours, perRider, period })}</View>
          <View>{datesText(draft)}</View>
          <View>{`${audienceTexts[audience]} · ${useTexts[use]}`}</View>
          {price > 0 ? <View>{pricePointsText(price)}</View> : null}
          <View className="coupon-preview__shops">
            {merchants.length > 0 ? merchants.map(({ name }) => name).join('、') : texts.where}
          </View>
          {terms.trim() ? <View className="hint">{terms.trim()}</View> : null}
        </View>
      </View>
    </View>
  );
});
