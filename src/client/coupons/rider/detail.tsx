import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import type { Coupon } from '../../../contract/coupons';
import { checkInRoutes } from '../../check-ins/routes';
import { merchantRoutes } from '../../merchants/routes';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { ActionButton } from '../../ui/action-button';
import { CouponTicket } from '../../ui/coupon-ticket';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { PointsHint } from '../../ui/points-hint';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { couponRoutes } from '../routes';
import { audienceTexts, datesText, limitText, useTexts, whenText } from '../rule-text';
import { againText, claimText, priceOf, stepTexts } from '../step-text';
import { valueText } from '../value-text';
import { worthText } from '../worth-text';
import './detail.scss';
import { couponTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '优惠券' });

function Rules({ coupon }: { coupon: Coupon }) {
  const lines = [
    [texts.dates, datesText(coupon)],
    [texts.when, whenText(coupon)],
    [texts.limit, limitText(coupon)],
    [texts.audience, audienceTexts[coupon.audience]],
    ...(coupon.pricePoints === null ? [] : [[texts.price, texts.points(coupon.pricePoints)] as const]),
    [texts.stock, coupon.left > 0 ? stepTexts.left(coupon.left) : stepTexts.soldOut],
  ] as const;
  return (
    <View className="card">
      <Heading level={2}>{texts.rules}</Heading>
      <View className="coupon-detail__how">{useTexts[coupon.use]}</View>
      {lines.map(([name, text]) => (
        <View key={name} className="coupon-detail__line">
          <View className="coupon-detail__name">{name}</View>
          <View className="coupon-detail__text">{text}</View>
        </View>
      ))}
      {coupon.terms ? <View className="coupon-detail__terms">{coupon.terms}</View> : null}
    </View>
  );
}

const Shops = observer(({ shops }: { shops: Coupon['merchants'] }) => {
  const { device } = useRootStore();
  return (
    <View className="card">
      <Heading level={2}>{texts.shops}</Heading>
      {shops.map(({ id, name }) => (
        <LinkRow
          key={id}
          icon="shop"
          text={name}
          onPress={() => device.navigation.to(merchantRoutes.detail.to({ id }))}
        />
      ))}
    </View>
  );
});

const Claim = observer(({ coupon }: { coupon: Coupon }) => {
  const { grants, sessions, device } = useRootStore();
  const claim = async () => {
    if (!sessions.isSignedIn) return device.navigation.to(sessionRoutes.signIn.to());
    const grant = await grants.claim(coupon.id);
    if (grant) device.navigation.to(couponRoutes.grant.to({ id: grant.id }));
  };
  return (
    <ActionButton
      kind="primary"
      icon="ticket"
      text={sessions.isSignedIn ? claimText(coupon) : texts.signIn}
      isWorking={grants.workingOn === coupon.id}
      onPress={() => void claim()}
    />
  );
});

const ScanHere = observer(() => {
  const { device } = useRootStore();
  const scan = async () => {
    const text = await device.scanner.scan();
    if (text !== null) device.navigation.to(checkInRoutes.create.to({ q: text }));
  };
  return <ActionButton kind="primary" icon="scan" text={texts.scanHere} onPress={() => void scan()} />;
});

/** The one thing to do about it, or why there is none. */
const Step = observer(({ coupon }: { coupon: Coupon }) => {
  const { coupons, device } = useRootStore();
  const step = coupons.nextStep(coupon);
  const openGrant = (text: string, id: string) => (
    <ActionButton
      kind="primary"
      text={text}
      onPress={() => device.navigation.to(couponRoutes.grant.to({ id }))}
    />
  );
  switch (step.kind) {
    case 'claim':
      return <Claim coupon={coupon} />;
    case 'waiting':
      return openGrant(stepTexts.waiting, step.grantId);
    case 'open':
      return openGrant(stepTexts.open, step.grantId);
    case 'spent':
      return <Notice icon="check">{againText(step.nextAt)}</Notice>;
    case 'sold_out':
      return <Notice icon="info">{stepTexts.soldOut}</Notice>;
    case 'not_running':
      return <Notice icon="info">{stepTexts.notRunning}</Notice>;
    case 'visit':
    case 'use':
      return <ScanHere />;
  }
});

const Dock = observer(({ coupon }: { coupon: Coupon }) => {
  const { coupons, grants } = useRootStore();
  const { failed } = grants;
  const price = priceOf(coupon, coupons.nextStep(coupon));
  return (
    <View className="coupon-detail__dock">
      {price === null ? null : <PointsHint price={price} />}
      {failed?.couponId === coupon.id ? (
        <Notice icon="warning" tone="danger">
          {failureWords(failed.failure).title}
        </Notice>
      ) : null}
      <Step coupon={coupon} />
    </View>
  );
});

function CouponDetail() {
  const { coupons, grants, settings } = useRootStore();
  const { id = '' } = couponRoutes.detail.parse(useRouter().params);
  const load = () => void coupons.open(id);
  useDidShow(() => {
    grants.forgetFailure();
    load();
  });
  const remote = coupons.coupon(id);
  return (
    <Screen title={texts.detailTitle} dock={remote.data ? <Dock coupon={remote.data} /> : null}>
      {remoteView({
        remote,
        onRetry: load,
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (coupon) => (
          <View className="coupon-detail">
            <CouponTicket
              worth={worthText(coupon.value)}
              title={coupon.title}
              lines={[valueText(coupon.value)]}
              isSpent={coupon.state !== 'published' || coupon.left <= 0}
            />
            <Rules coupon={coupon} />
            <Shops shops={coupon.merchants} />
          </View>
        ),
      })}
    </Screen>
  );
}

export default observer(CouponDetail);
