import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, type ReactNode } from 'react';
import type { Coupon } from '../../../contract/coupons';
import type { Merchant } from '../../../contract/merchants';
import { checkInRoutes } from '../../check-ins/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { categoryIcons } from '../../ui/category-icon';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { OpenBadge } from '../../ui/open-badge';
import { OpeningHoursTable } from '../../ui/opening-hours-table';
import { Photos } from '../../ui/photos';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { distanceText, walkText } from '../../ui/texts';
import { useLoadAround } from '../../ui/use-locate';
import { WhereCard } from '../../ui/where-card';
import { categoryTexts } from '../category-text';
import { merchantRoutes } from '../routes';
import { ShopCoupon } from '../shop-coupon';
import { useAtCounter } from '../use-at-counter';
import './detail.scss';
import { shopTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '商户' });

const Head = observer(({ merchant }: { merchant: Merchant }) => {
  const { whereabouts } = useRootStore();
  const { name, category, opening, position, status } = merchant;
  const way = whereabouts.distanceTo(position);
  return (
    <View className="shop-head">
      <View className="shop-head__kind">
        <Icon name={categoryIcons[category]} />
        <View>{categoryTexts[category]}</View>
      </View>
      <Heading level={1}>{name}</Heading>
      <View className="shop-head__state">
        <OpenBadge opening={opening} off={status === 'active' ? '' : texts.off} />
        {way === null ? null : (
          <View className="shop-head__way">
            <Icon name="walk" />
            <View>{`${distanceText(way)} · ${walkText(way)}`}</View>
          </View>
        )}
      </View>
    </View>
  );
});

const Scanned = observer(({ isWrongShop }: { isWrongShop: boolean }) => {
  const { sessions, device } = useRootStore();
  if (isWrongShop) {
    return (
      <Notice icon="warning" tone="warn" hint={texts.wrongShopHint}>
        {texts.wrongShop}
      </Notice>
    );
  }
  if (sessions.isSignedIn) {
    return (
      <Notice icon="check" tone="good">
        {texts.scanned}
      </Notice>
    );
  }
  return (
    <Notice
      icon="check"
      tone="good"
      action={{ text: texts.signIn, onPress: () => device.navigation.to(sessionRoutes.signIn.to()) }}
    >
      {texts.scannedSignIn}
    </Notice>
  );
});

const Coupons = observer((props: { merchant: Merchant; code: string | null; isWrongShop: boolean }) => {
  const { merchant, code, isWrongShop } = props;
  const { coupons, settings } = useRootStore();
  const { use, sheets } = useCoupons(merchant, code);
  return (
    <View className="shop-coupons">
      {code ? <Scanned isWrongShop={isWrongShop} /> : <Heading level={2}>{texts.coupons}</Heading>}
      {remoteView({
        remote: coupons.ofShop(merchant.id),
        onRetry: () => void coupons.openShop(merchant.id),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={2} />,
        children: (all) =>
          all.length === 0 ? (
            <Still icon="ticket" title={texts.noCoupons} hint={texts.noCouponsHint} />
          ) : (
            <>
              {all.map((coupon) => (
                <ShopCoupon
                  key={coupon.id}
                  coupon={coupon}
                  hasCode={code !== null}
                  onUse={(grantId) => use(coupon, grantId)}
                />
              ))}
            </>
          ),
      })}
      {sheets}
    </View>
  );
});

/** Uses what is chosen here, or what was chosen before the code was scanned. */
function useCoupons(merchant: Merchant, code: string | null) {
  const { coupons, grants } = useRootStore();
  const { use, sheets } = useAtCounter(merchant);
  const { picked } = grants;
  const all = coupons.ofShop(merchant.id).data;
  const isHere = picked !== null && (all?.some(({ id }) => id === picked.couponId) ?? false);
  useEffect(() => {
    if (!picked || !isHere || !code) return;
    grants.dropPicked();
    void use({ ...picked, code });
    // Once, as soon as it is known that it can be used here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isHere]);
  return {
    sheets,
    use: (coupon: Coupon, grantId: string | null) => {
      if (code) void use({ couponId: coupon.id, grantId, code });
    },
  };
}

function Body({ merchant, code }: { merchant: Merchant; code: string | null }): ReactNode {
  const { coupons, grants } = useRootStore();
  const all = coupons.ofShop(merchant.id);
  const { picked } = grants;
  const isWrongShop =
    picked !== null && all.status === 'ready' && !all.data?.some(({ id }) => id === picked.couponId);
  return (
    <View className="shop-detail">
      <Head merchant={merchant} />
      <Coupons merchant={merchant} code={code} isWrongShop={isWrongShop} />
      <Photos photos={merchant.photos} label={texts.photos} />
      <WhereCard place={merchant} />
      <OpeningHoursTable hours={merchant.hours} opening={merchant.opening} />
    </View>
  );
}

const ObservedBody = observer(Body);

function ShopDetail() {
  const { merchants, coupons, grants, settings, device } = useRootStore();
  const { id = '', code = null } = merchantRoutes.detail.parse(useRouter().params);
  const load = () => {
    void merchants.open(id);
    void coupons.openShop(id);
  };
  useLoadAround(() => {
    grants.forgetFailure();
    load();
  });
  const scan = async () => {
    const text = await device.scanner.scan();
    if (text !== null) device.navigation.replace(checkInRoutes.create.to({ q: text }));
  };
  return (
    <Screen
      title={texts.title}
      dock={
        code ? null : (
          <ActionButton kind="primary" icon="scan" text={texts.scan} onPress={() => void scan()} />
        )
      }
    >
      {remoteView({
        remote: merchants.merchant(id),
        onRetry: load,
        isOnline: settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (merchant) => <ObservedBody merchant={merchant} code={code} />,
      })}
    </Screen>
  );
}

export default observer(ShopDetail);
