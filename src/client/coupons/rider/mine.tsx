import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Grant, GrantFilter } from '../../../contract/coupons';
import { useRootStore } from '../../root-store';
import { sessionRoutes } from '../../sessions/routes';
import { CouponTicket } from '../../ui/coupon-ticket';
import { instantText } from '../../ui/dates';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { uiTexts } from '../../ui/texts';
import { couponRoutes } from '../routes';
import { stepTexts } from '../step-text';
import { untilText } from '../until-text';
import { worthText } from '../worth-text';
import './mine.scss';
import { mineTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '我的券' });

const filters = [
  { value: 'usable', text: texts.usable },
  { value: 'used', text: texts.used },
  { value: 'over', text: texts.over },
] as const;

/** What became of it, or how long it is good. */
function lineOf({ state, expiresAt, redemption }: Grant): string[] {
  if (state === 'expired') return [texts.expired];
  if (state === 'revoked') return [texts.revoked];
  if (state === 'reversed') return [texts.reversed];
  if (state === 'redeemed' && redemption)
    return [texts.usedAt(redemption.merchant.name), instantText(redemption.at)];
  return [untilText(expiresAt, new Date())];
}

const GrantTicket = observer(({ grant }: { grant: Grant }) => {
  const { device } = useRootStore();
  const { id, state, coupon } = grant;
  return (
    <CouponTicket
      worth={worthText(coupon.value)}
      title={coupon.title}
      lines={lineOf(grant)}
      isSpent={state !== 'available' && state !== 'held'}
      {...(state === 'held' && { tag: { text: stepTexts.waiting, tone: 'warn' } })}
      onPress={() => device.navigation.to(couponRoutes.grant.to({ id }))}
    />
  );
});

const Grants = observer(({ filter }: { filter: GrantFilter }) => {
  const { grants, settings, device } = useRootStore();
  const list = grants.mine(filter);
  return (
    <>
      {remoteView({
        remote: list.rows,
        onRetry: () => void grants.loadMine(filter),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (rows) =>
          rows.length === 0 ? (
            <Still
              icon="ticket"
              {...texts.empty[filter]}
              {...(filter === 'usable' && {
                action: {
                  text: texts.toNear,
                  onPress: () => device.navigation.toTab(couponRoutes.list.to()),
                },
              })}
            />
          ) : (
            <View className="my-coupons__list">
              {rows.map((grant) => (
                <GrantTicket key={grant.id} grant={grant} />
              ))}
            </View>
          ),
      })}
      <ListEnd
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        moreFailure={list.moreFailure}
        onMore={() => void list.loadMore()}
        count={list.rows.data?.length ?? 0}
      />
    </>
  );
});

function MyCoupons() {
  const { grants, sessions, device } = useRootStore();
  const [filter, setFilter] = useState<GrantFilter>('usable');
  useDidShow(() => void grants.loadMine(filter));
  useReachBottom(() => void grants.mine(filter).loadMore());
  const show = (other: GrantFilter) => {
    setFilter(other);
    void grants.loadMine(other);
  };
  if (!sessions.isSignedIn) {
    return (
      <Screen title={texts.title}>
        <Still
          icon="person"
          title={texts.signIn}
          hint={texts.signInHint}
          action={{
            text: uiTexts.signIn,
            onPress: () => device.navigation.to(sessionRoutes.signIn.to()),
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title}>
      <View className="my-coupons">
        <Segments label={texts.show} value={filter} onChange={show} options={filters} />
        <Grants filter={filter} />
      </View>
    </Screen>
  );
}

export default observer(MyCoupons);
