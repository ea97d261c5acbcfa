import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { Grant } from '../../contract/coupons';
import { useRootStore } from '../root-store';
import { instantText } from '../ui/dates';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Still } from '../ui/state-views';
import './grant-ended.scss';
import { grantTexts as texts } from './rider/texts';
import { couponRoutes } from './routes';
import { valueText } from './value-text';

/** What is known of a use, for its own books: pale, and still. */
export function GrantReceipt({ grant }: { grant: Grant }) {
  const { coupon, redemption } = grant;
  if (!redemption) return null;
  const { reversed } = redemption;
  return (
    <View className="card grant-receipt">
      <Heading level={1}>{reversed ? texts.reversed : texts.used}</Heading>
      <View className="grant-receipt__hint">{reversed ? texts.reversedHint : texts.usedHint}</View>
      {reversed?.reason ? <View className="grant-receipt__hint">{texts.reason(reversed.reason)}</View> : null}
      <View className="grant-receipt__tear" />
      <View className="grant-receipt__line">
        <Icon name="ticket" />
        <View>{`${coupon.title} · ${valueText(coupon.value)}`}</View>
      </View>
      <View className="grant-receipt__line">
        <Icon name="shop" />
        <View>{redemption.merchant.name}</View>
      </View>
      <View className="grant-receipt__line">
        <Icon name="clock" />
        <View>{instantText(redemption.at)}</View>
      </View>
      <View className="grant-receipt__line">
        <Icon name="list" />
        <View>{`${texts.number} ${redemption.number}`}</View>
      </View>
    </View>
  );
}

/** Over without having been used. */
export const GrantOver = observer(({ state }: { state: 'expired' | 'revoked' }) => {
  const { device } = useRootStore();
  const isExpired = state === 'expired';
  return (
    <Still
      icon="ticket"
      title={isExpired ? texts.expired : texts.revoked}
      hint={isExpired ? texts.expiredHint : texts.revokedHint}
      action={{ text: texts.toNear, onPress: () => device.navigation.toTab(couponRoutes.list.to()) }}
    />
  );
});
