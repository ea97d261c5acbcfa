import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { NearbyShop } from '../../../contract/coupons';
import type { MerchantCategory } from '../../../contract/merchants';
import { categoryTexts } from '../../merchants/category-text';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { ListEnd } from '../../ui/list-end';
import { OriginNotice } from '../../ui/origin-notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { useLocate } from '../../ui/use-locate';
import { OfferCard } from '../offer-card';
import { couponRoutes } from '../routes';
import './list.scss';
import { couponTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '优惠' });

const categories: readonly { value: MerchantCategory | 'any'; text: string }[] = [
  { value: 'any', text: texts.anyCategory },
  ...(['catering', 'health', 'education', 'other'] as const).map((value) => ({
    value,
    text: categoryTexts[value],
  })),
];

const Filters = observer(() => {
  const { coupons } = useRootStore();
  const { isOpenNowOnly } = coupons;
  return (
    <View className="coupon-list__filters">
      <Pressable
        className={`coupon-list__open ${isOpenNowOnly ? 'coupon-list__open--on' : ''}`}
        isPressed={isOpenNowOnly}
        onPress={() => void coupons.setOpenNowOnly(!isOpenNowOnly)}
      >
        <Icon name={isOpenNowOnly ? 'check' : 'clock'} />
        <View>{texts.openNow}</View>
      </Pressable>
      <Chips
        label={texts.categories}
        value={coupons.category ?? 'any'}
        options={categories}
        onChange={(value) => void coupons.setCategory(value === 'any' ? null : value)}
      />
    </View>
  );
});

const Shops = observer(({ shops }: { shops: readonly NearbyShop[] }) => {
  const { coupons, whereabouts } = useRootStore();
  if (shops.length === 0) {
    return coupons.hasFilters ? (
      <Still
        icon="ticket"
        title={texts.empty}
        hint={texts.emptyHint}
        action={{ text: texts.clear, onPress: () => void coupons.clearFilters() }}
      />
    ) : (
      <Still icon="ticket" title={texts.emptyAll} hint={texts.emptyAllHint} />
    );
  }
  return (
    <View className="coupon-list__shops">
      {shops.map((shop) => (
        <OfferCard key={shop.id} shop={shop} hasDistance={whereabouts.origin !== null} />
      ))}
    </View>
  );
});

function CouponList() {
  const { coupons, settings, device } = useRootStore();
  const { near } = coupons;
  const load = () => void coupons.loadNear();
  const { locate, sheet } = useLocate(load);
  useReachBottom(() => void near.loadMore());
  return (
    <Screen isWide>
      <View className="coupon-list">
        <View className="coupon-list__top">
          <Heading level={1}>{texts.title}</Heading>
          <Pressable
            className="coupon-list__mine"
            role="link"
            onPress={() => device.navigation.to(couponRoutes.mine.to())}
          >
            <Icon name="ticket" />
            <View>{texts.mine}</View>
            <Icon name="next" />
          </Pressable>
        </View>
        <Filters />
        <OriginNotice onLocate={locate} />
        {remoteView({
          remote: near.rows,
          onRetry: load,
          isOnline: settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: (shops) => <Shops shops={shops} />,
        })}
        <ListEnd
          hasMore={near.hasMore}
          isLoadingMore={near.isLoadingMore}
          moreFailure={near.moreFailure}
          onMore={() => void near.loadMore()}
          count={near.rows.data?.length ?? 0}
        />
      </View>
      {sheet}
    </Screen>
  );
}

export default observer(CouponList);
