import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { codeProblems } from '../../contract/codes';
import type { Grant } from '../../contract/coupons';
import { isRefusedWith, refusalOf, type Failure } from '../failure';
import { merchantRoutes } from '../merchants/routes';
import { redemptionRoutes } from '../redemptions/routes';
import { useRootStore } from '../root-store';
import { CouponTicket } from '../ui/coupon-ticket';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { LinkRow } from '../ui/link-row';
import { Notice } from '../ui/notice';
import { Pressable } from '../ui/pressable';
import { failureWords } from '../ui/state-views';
import './grant-usable.scss';
import { grantTexts as texts } from './rider/texts';
import { untilText } from './until-text';
import { worthText } from './worth-text';

/** Scans the shop's code for this very coupon: the shop's page goes on with it. */
function useScanFor(grant: Grant) {
  const { codes, grants, device } = useRootStore();
  const [failure, setFailure] = useState<Failure | null>(null);
  const scan = async () => {
    setFailure(null);
    const text = await device.scanner.scan();
    if (text === null) return;
    const read = await codes.read(text);
    if (read.kind === 'refused') return setFailure(read.failure);
    if (read.kind !== 'merchant') return setFailure(refusalOf(codeProblems.not_a_merchant_code));
    grants.pick(grant);
    device.navigation.to(merchantRoutes.detail.to({ id: read.merchantId, code: read.code }));
  };
  return { failure, scan: () => void scan() };
}

function ScanFailed({ failure }: { failure: Failure }) {
  const { title, hint } = failureWords(failure);
  const isStation = isRefusedWith(failure, codeProblems.not_a_merchant_code.code);
  return (
    <Notice icon="warning" tone="danger" hint={isStation ? texts.stationCodeHint : hint}>
      {title}
    </Notice>
  );
}

const Shops = observer(({ couponId }: { couponId: string }) => {
  const { coupons, device } = useRootStore();
  const shops = coupons.coupon(couponId).data?.merchants ?? [];
  if (shops.length === 0) return null;
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

/** One that can be used: what it is, and the two ways to. */
export const GrantUsable = observer(({ grant }: { grant: Grant }) => {
  const { codes, device } = useRootStore();
  const { failure, scan } = useScanFor(grant);
  const { coupon, expiresAt } = grant;
  return (
    <>
      <CouponTicket
        worth={worthText(coupon.value)}
        title={coupon.title}
        lines={[untilText(expiresAt, new Date())]}
      />
      <Heading level={2}>{texts.howTo}</Heading>
      <Pressable className="grant-way" isDisabled={codes.isReading} onPress={scan}>
        <Icon name="scan" className="grant-way__icon" />
        <View className="grant-way__words">
          <View className="grant-way__title">{texts.scan}</View>
          <View className="grant-way__hint">{texts.scanHint}</View>
        </View>
        <Icon name="next" />
      </Pressable>
      {failure ? <ScanFailed failure={failure} /> : null}
      <View className="card link-rows">
        <LinkRow
          icon="qr"
          text={texts.pass}
          hint={texts.passHint}
          onPress={() => device.navigation.to(redemptionRoutes.pass.to())}
        />
      </View>
      {coupon.terms ? (
        <View className="card">
          <Heading level={2}>{texts.terms}</Heading>
          <View className="grant-way__terms">{coupon.terms}</View>
        </View>
      ) : null}
      <Shops couponId={coupon.id} />
    </>
  );
});
