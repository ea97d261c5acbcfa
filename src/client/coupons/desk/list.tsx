import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { couponStates, type ManagedCoupon } from '../../../contract/coupons';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { useIsWide } from '../../ui/wide-screen';
import { couponRoutes } from '../routes';
import { CouponRow } from './coupon-row';
import { CouponView } from './coupon-view';
import { CouponListStore } from './list-store';
import { listTexts as texts, stateTexts } from './texts';
import './list.scss';

definePageConfig({ navigationBarTitleText: '优惠券' });

const anyState = { value: 'any', text: texts.all } as const;

interface RowsProps {
  store: CouponListStore;
  rows: readonly ManagedCoupon[];
  chosenId: string | null;
  isWide: boolean;
  onChoose: (id: string | null) => void;
}

const Rows = observer(({ store, rows, chosenId, isWide, onChoose }: RowsProps) => {
  const { pages, state } = store;
  if (rows.length === 0) {
    return state === 'any' ? (
      <Still icon="badge" title={texts.empty} hint={texts.emptyHint} />
    ) : (
      <Still icon="search" title={texts.emptyState} hint={texts.emptyStateHint} />
    );
  }
  return (
    <View className="coupon-rows">
      {rows.map((coupon) => {
        const isChosen = coupon.id === chosenId;
        return (
          <View key={coupon.id} className="coupon-rows__one">
            <CouponRow
              coupon={coupon}
              isChosen={isChosen}
              onChoose={() => onChoose(isChosen && !isWide ? null : coupon.id)}
            />
            {isChosen && !isWide ? <CouponView store={store} coupon={coupon} /> : null}
          </View>
        );
      })}
      <ListEnd
        hasMore={pages.hasMore}
        isLoadingMore={pages.isLoadingMore}
        moreFailure={pages.moreFailure}
        count={rows.length}
        onMore={() => void pages.loadMore()}
      />
    </View>
  );
});

function CouponList() {
  const root = useRootStore();
  const { communityId = '' } = couponRoutes.manage.parse(useRouter().params);
  const [store] = useState(() => new CouponListStore(root, communityId));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const isWide = useIsWide();
  const { pages } = store;
  const chosen = pages.rows.data?.find(({ id }) => id === chosenId);
  useDidShow(() => void store.load());
  useReachBottom(() => void pages.loadMore());
  const choose = (id: string | null) => {
    store.clearFailure();
    setChosenId(id);
  };
  const side = (
    <>
      {store.canCreate ? (
        <ActionButton
          icon="plus"
          kind="primary"
          text={texts.add}
          onPress={() => root.device.navigation.to(couponRoutes.edit.to({ communityId }))}
        />
      ) : null}
      <Chips
        isScrolling
        label={texts.filter}
        value={store.state}
        options={[anyState, ...couponStates.map((value) => ({ value, text: stateTexts[value].name }))]}
        onChange={(state) => void store.setFilter(state)}
      />
      {remoteView({
        remote: pages.rows,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (rows) => (
          <Rows store={store} rows={rows} chosenId={chosenId} isWide={isWide} onChoose={choose} />
        ),
      })}
    </>
  );
  const main = chosen ? (
    <CouponView key={chosen.id} store={store} coupon={chosen} />
  ) : (
    <Still icon="badge" title={texts.pick} hint={texts.pickHint} />
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={isWide ? main : null} />
    </Screen>
  );
}

export default observer(CouponList);
