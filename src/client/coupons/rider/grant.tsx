import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Grant } from '../../../contract/coupons';
import { useRootStore } from '../../root-store';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { useIsShown, useTicking } from '../../ui/use-is-shown';
import { GrantOver, GrantReceipt } from '../grant-ended';
import { GrantLive } from '../grant-live';
import { GrantUsable } from '../grant-usable';
import { GrantWaiting } from '../grant-waiting';
import { couponRoutes } from '../routes';
import './grant.scss';
import { grantTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '优惠券' });

/** What a wait for the shop came to when it came to nothing. */
type Unanswered = 'cancelled' | 'unconfirmed' | null;

function useUnanswered(grant: Grant | null): { unanswered: Unanswered; cancel: () => void } {
  const { grants } = useRootStore();
  const [unanswered, setUnanswered] = useState<Unanswered>(null);
  const wasHeld = useRef(false);
  const state = grant?.state;
  useEffect(() => {
    if (wasHeld.current && state === 'available') setUnanswered((known) => known ?? 'unconfirmed');
    if (state === 'held') setUnanswered(null);
    wasHeld.current = state === 'held';
  }, [state]);
  const cancel = async () => {
    if (!grant) return;
    if (await grants.cancelHold(grant)) setUnanswered('cancelled');
    // The shop may have answered just now.
    else void grants.open(grant.id);
  };
  return { unanswered, cancel: () => void cancel() };
}

function Said({ grant, unanswered }: { grant: Grant; unanswered: Unanswered }) {
  const reversed = grant.redemption?.reversed;
  if (unanswered === 'cancelled') return <Notice icon="info">{texts.cancelled}</Notice>;
  if (unanswered === 'unconfirmed') {
    return (
      <Notice icon="clock" tone="warn" hint={texts.notConfirmedHint}>
        {texts.notConfirmed}
      </Notice>
    );
  }
  if (!reversed) return null;
  return (
    <Notice icon="info" tone="warn" hint={reversed.reason ? texts.reason(reversed.reason) : ''}>
      {texts.givenBack}
    </Notice>
  );
}

const Used = observer(({ grant }: { grant: Grant }) => {
  const { grants } = useRootStore();
  const isLive = grants.isLive(grant);
  useTicking(isLive);
  return isLive ? <GrantLive grant={grant} /> : <GrantReceipt grant={grant} />;
});

const Body = observer(({ grant }: { grant: Grant }): ReactNode => {
  const { grants } = useRootStore();
  const { unanswered, cancel } = useUnanswered(grant);
  const failure = grants.failed?.couponId === grant.coupon.id ? grants.failed.failure : null;
  return (
    <View className="grant">
      {failure ? (
        <Notice icon="warning" tone="danger">
          {failureWords(failure).title}
        </Notice>
      ) : null}
      {grant.state === 'held' ? <GrantWaiting grant={grant} onCancel={cancel} /> : null}
      {grant.state === 'available' ? (
        <>
          <Said grant={grant} unanswered={unanswered} />
          <GrantUsable grant={grant} />
        </>
      ) : null}
      {grant.state === 'redeemed' ? <Used grant={grant} /> : null}
      {grant.state === 'reversed' ? <GrantReceipt grant={grant} /> : null}
      {grant.state === 'expired' || grant.state === 'revoked' ? <GrantOver state={grant.state} /> : null}
    </View>
  );
});

function GrantPage() {
  const { grants, coupons, sessions, settings } = useRootStore();
  const { id = '' } = couponRoutes.grant.parse(useRouter().params);
  const isShown = useIsShown();
  const load = () => void grants.open(id);
  useDidShow(() => {
    grants.forgetFailure();
    grants.dropPicked();
    load();
  });
  useEffect(() => (isShown ? grants.watch(id) : undefined), [grants, id, isShown]);
  const remote = grants.grant(id);
  const known = remote.data ?? grants.listed(id);
  const couponId = known?.coupon.id;
  useEffect(() => {
    if (couponId) void coupons.open(couponId);
  }, [coupons, couponId]);
  if (!sessions.isSignedIn) return <SignInFirst title={texts.title} />;
  return (
    <Screen title={texts.title}>
      {remote.data === null && known ? (
        <Body grant={known} />
      ) : (
        remoteView({
          remote,
          onRetry: load,
          isOnline: settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (grant) => <Body grant={grant} />,
        })
      )}
    </Screen>
  );
}

export default observer(GrantPage);
