import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Redemption } from '../../../contract/redemptions';
import { valueText } from '../../coupons/value-text';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { ListEnd } from '../../ui/list-end';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { redemptionRoutes } from '../routes';
import { FlaggedStore } from './flagged-store';
import { flaggedTexts as texts, flagTexts } from './texts';
import './flagged.scss';

definePageConfig({ navigationBarTitleText: '要看一看的核销' });

function Row({ redemption }: { redemption: Redemption }) {
  const { device } = useRootStore();
  const { merchant, coupon, rider, at, number, flags, reversed } = redemption;
  return (
    <View className="card flagged">
      <View className="flagged__top">
        <View className="flagged__shop">{merchant.name}</View>
        <View className="flagged__flags">
          {flags.map((flag) => (
            <Tag key={flag} text={flagTexts[flag].name} tone="warn" />
          ))}
        </View>
      </View>
      <View>{`${coupon.title} · ${valueText(coupon.value)}`}</View>
      <View className="hint">{[rider, instantText(at), texts.number(number)].join(' · ')}</View>
      {flags.map((flag) => (
        <View key={flag} className="flagged__why">
          {flagTexts[flag].why}
        </View>
      ))}
      {reversed ? (
        <View className="hint">{texts.reversed(instantText(reversed.at), reversed.reason)}</View>
      ) : null}
      <Pressable
        className="flagged__books"
        role="link"
        onPress={() => device.navigation.to(redemptionRoutes.books.to({ merchantId: merchant.id }))}
      >
        {texts.books}
      </Pressable>
    </View>
  );
}

function Flagged() {
  const root = useRootStore();
  const { communityId = '' } = redemptionRoutes.flagged.parse(useRouter().params);
  const [store] = useState(() => new FlaggedStore(root, communityId));
  const { pages } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => void pages.loadMore());
  return (
    <Screen title={texts.title}>
      <View className="flagged-rows">
        <View className="hint">{texts.lead}</View>
        {remoteView({
          remote: pages.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: (rows) => (
            <View className="flagged-rows">
              {rows.length === 0 ? <Still icon="check" title={texts.empty} hint={texts.emptyHint} /> : null}
              {rows.map((redemption) => (
                <Row key={redemption.id} redemption={redemption} />
              ))}
              <ListEnd
                hasMore={pages.hasMore}
                isLoadingMore={pages.isLoadingMore}
                moreFailure={pages.moreFailure}
                count={rows.length}
                onMore={() => void pages.loadMore()}
              />
            </View>
          ),
        })}
      </View>
    </Screen>
  );
}

export default observer(Flagged);
