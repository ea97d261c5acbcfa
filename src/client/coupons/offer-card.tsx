import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { NearbyShop } from '../../contract/coupons';
import { categoryTexts } from '../merchants/category-text';
import { merchantRoutes } from '../merchants/routes';
import { useRootStore } from '../root-store';
import { categoryIcons } from '../ui/category-icon';
import { Icon } from '../ui/icon';
import { OpenBadge } from '../ui/open-badge';
import { Pressable } from '../ui/pressable';
import { Tag } from '../ui/tag';
import { distanceText, walkText } from '../ui/texts';
import './offer-card.scss';
import { couponRoutes } from './routes';
import { couponTexts as texts } from './rider/texts';
import { stepTexts } from './step-text';
import { valueText } from './value-text';

interface OfferCardProps {
  shop: NearbyShop;
  /** Distances mean something only from where the person is. */
  hasDistance: boolean;
}

function Way({ distanceM }: { distanceM: number }) {
  return (
    <View className="offer-card__way">
      <View className="offer-card__distance">{distanceText(distanceM)}</View>
      <View className="hint">{walkText(distanceM)}</View>
    </View>
  );
}

const Offer = observer(({ coupon }: { coupon: NearbyShop['coupons'][number] }) => {
  const { device } = useRootStore();
  const { id, title, value, isSoldOut, pricePoints } = coupon;
  return (
    <Pressable
      className="offer-card__offer"
      role="link"
      onPress={() => device.navigation.to(couponRoutes.detail.to({ id }))}
    >
      <View className="offer-card__words">
        <View className="offer-card__title">{title}</View>
        <View className={`offer-card__value ${isSoldOut ? 'offer-card__value--gone' : ''}`}>
          {pricePoints === null ? valueText(value) : `${valueText(value)} · ${texts.points(pricePoints)}`}
        </View>
      </View>
      {isSoldOut ? <Tag text={stepTexts.soldOut} /> : null}
      <Icon name="next" className="offer-card__next" />
    </Pressable>
  );
});

/** A shop with what it offers. */
export const OfferCard = observer(({ shop, hasDistance }: OfferCardProps) => {
  const { device } = useRootStore();
  const { id, name, category, opening, distanceM, coupons, couponCount } = shop;
  const open = () => device.navigation.to(merchantRoutes.detail.to({ id }));
  const others = couponCount - coupons.length;
  return (
    <View className="card offer-card">
      <Pressable className="offer-card__shop" role="link" onPress={open}>
        <View className="offer-card__head">
          <View className="offer-card__picture">
            <Icon name={categoryIcons[category]} />
          </View>
          <View className="offer-card__words">
            <View className="offer-card__name">{name}</View>
            <View className="hint">{categoryTexts[category]}</View>
          </View>
          <Icon name="next" className="offer-card__next" />
        </View>
        <View className="offer-card__state">
          <OpenBadge opening={opening} />
          {hasDistance && distanceM !== null ? <Way distanceM={distanceM} /> : null}
        </View>
      </Pressable>
      {coupons.map((coupon) => (
        <Offer key={coupon.id} coupon={coupon} />
      ))}
      {others > 0 ? (
        <Pressable className="offer-card__more" role="link" onPress={open}>
          {texts.more(others)}
        </Pressable>
      ) : null}
    </View>
  );
});
