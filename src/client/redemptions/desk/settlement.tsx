import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Settlement } from '../../../contract/redemptions';
import { valueText, yuanText } from '../../coupons/value-text';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { MonthStepper } from '../../ui/month-stepper';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { redemptionRoutes } from '../routes';
import { SettlementStore, type ShopSums, type Sums } from './settlement-store';
import { settlementTexts as texts } from './texts';
import './settlement.scss';

definePageConfig({ navigationBarTitleText: '优惠结算' });

interface StoreProps {
  store: SettlementStore;
}

const amountText = (fen: number | null) => (fen === null ? texts.noAmount : texts.yuan(yuanText(fen)));

/** The four figures, each below its name. */
function Figures({ sums }: { sums: Sums }) {
  const { redeemed, reversed, standing, amountFen } = sums;
  const figures = [
    [texts.redeemed, texts.pieces(redeemed)],
    [texts.reversed, texts.pieces(reversed)],
    [texts.standing, texts.pieces(standing)],
    [texts.amount, amountText(amountFen)],
  ] as const;
  return (
    <View className="settlement-figures">
      {figures.map(([name, value]) => (
        <View key={name} className="settlement-figures__one">
          <View className="settlement-figures__name">{name}</View>
          <View className="settlement-figures__value">{value}</View>
        </View>
      ))}
    </View>
  );
}

function CouponRow({ row }: { row: Settlement['rows'][number] }) {
  return (
    <View className="settlement-row">
      <View className="settlement-row__name">{row.coupon.title}</View>
      <View className="hint">{valueText(row.coupon.value)}</View>
      <Figures sums={row} />
    </View>
  );
}

function ShopCard({ shop }: { shop: ShopSums }) {
  return (
    <View className="card settlement-shop">
      <View className="settlement-shop__top">
        <Heading level={2}>{shop.name}</Heading>
        <View className="settlement-shop__sum">
          {[
            texts.pieces(shop.standing),
            ...(shop.amountFen === null ? [] : [amountText(shop.amountFen)]),
          ].join(' · ')}
        </View>
      </View>
      {shop.rows.map((row) => (
        <CouponRow key={row.coupon.id} row={row} />
      ))}
    </View>
  );
}

const Total = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const { failure, shops, total, isRunning } = store;
  const take = async () => {
    const became = await store.export();
    if (became === 'done') device.feedback.toast(texts.downloaded);
    if (became === 'unable') device.feedback.toast(texts.cannotDownload);
  };
  return (
    <View className="card settlement-total">
      <Heading level={2}>{texts.shops(shops.length)}</Heading>
      <Figures sums={total} />
      {isRunning ? <View className="hint">{texts.running}</View> : null}
      {total.standing > 0 ? <View className="hint">{texts.noAmountHint}</View> : null}
      {failure ? (
        <Notice icon="warning" tone="danger" hint={failureWords(failure).hint}>
          {failureWords(failure).title}
        </Notice>
      ) : null}
      <ActionButton
        kind="primary"
        icon="download"
        text={texts.download}
        isWorking={store.isExporting}
        onPress={() => void take()}
      />
    </View>
  );
});

function SettlementPage() {
  const root = useRootStore();
  const { communityId = '' } = redemptionRoutes.settlement.parse(useRouter().params);
  const [store] = useState(() => new SettlementStore(root, communityId));
  useDidShow(() => void store.load());
  const isEmpty = store.settlement.data?.rows.length === 0;
  const side = (
    <>
      <MonthStepper month={store.month} isLast={store.isRunning} onStep={(months) => void store.go(months)} />
      {store.settlement.data && !isEmpty ? <Total store={store} /> : null}
      <View className="card link-rows">
        <LinkRow
          icon="search"
          text={texts.flagged}
          hint={texts.flaggedHint}
          onPress={() => root.device.navigation.to(redemptionRoutes.flagged.to({ communityId }))}
        />
      </View>
    </>
  );
  const main = remoteView({
    remote: store.settlement,
    onRetry: () => void store.load(),
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={4} />,
    children: () =>
      isEmpty ? (
        <Still icon="shop" title={texts.empty} hint={texts.emptyHint} />
      ) : (
        <View className="settlement-shops">
          {store.shops.map((shop) => (
            <ShopCard key={shop.id} shop={shop} />
          ))}
        </View>
      ),
  });
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={main} />
    </Screen>
  );
}

export default observer(SettlementPage);
