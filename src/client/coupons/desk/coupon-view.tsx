import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { CouponState, ManagedCoupon } from '../../../contract/coupons';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import type { IconName } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { couponRoutes } from '../routes';
import { CouponFacts } from './coupon-facts';
import type { CouponListStore } from './list-store';
import { listTexts as texts, stateTexts, stepTexts } from './texts';

type Step = keyof typeof stepTexts;

const steps: Record<CouponState, readonly Step[]> = {
  draft: ['publish'],
  published: ['pause', 'end'],
  paused: ['resume', 'end'],
  ended: [],
};
const leadsTo: Record<Step, CouponState> = {
  publish: 'published',
  pause: 'paused',
  resume: 'published',
  end: 'ended',
};
const icons: Partial<Record<Step, IconName>> = { publish: 'check', resume: 'check' };

interface CouponViewProps {
  store: CouponListStore;
  coupon: ManagedCoupon;
}

const Failed = observer(({ store }: { store: CouponListStore }) => {
  const { failure } = store;
  if (!failure) return null;
  const { title, hint } = failureWords(failure);
  const isConflict = failure.kind === 'refused' && failure.status === 409;
  return (
    <Notice icon="warning" tone="danger" hint={isConflict ? texts.reloaded : hint}>
      {title}
    </Notice>
  );
});

/** What can be done with it now; each asks first and says what it means for those who hold one. */
const Actions = observer(({ store, coupon }: CouponViewProps) => {
  const { device } = useRootStore();
  const [asked, setAsked] = useState<Step | null>(null);
  const { id: couponId, communityId, title, state, issued, redeemed } = coupon;
  const edit = (params: { couponId?: string; copyOf?: string }) =>
    device.navigation.to(couponRoutes.edit.to({ communityId, ...params }));
  const take = async () => {
    const step = asked;
    setAsked(null);
    if (step && (await store.setState(coupon, leadsTo[step]))) device.feedback.toast(stepTexts[step].done);
  };
  return (
    <View className="coupon-view__actions">
      {steps[state].map((step) => (
        <ActionButton
          key={step}
          kind={step === 'publish' || step === 'resume' ? 'primary' : 'secondary'}
          {...(icons[step] && { icon: icons[step] })}
          text={stepTexts[step].action}
          isWorking={store.isWorking}
          onPress={() => setAsked(step)}
        />
      ))}
      {state === 'ended' ? null : <ActionButton text={texts.edit} onPress={() => edit({ couponId })} />}
      <ActionButton text={texts.copy} onPress={() => edit({ copyOf: couponId })} />
      <ConfirmSheet
        isOpen={asked !== null}
        title={asked ? stepTexts[asked].ask(title) : ''}
        hint={asked ? stepTexts[asked].hint(issued - redeemed) : ''}
        confirm={asked ? stepTexts[asked].action : ''}
        onConfirm={() => void take()}
        onClose={() => setAsked(null)}
      />
    </View>
  );
});

/** The whole of a coupon: beside the list where there is room, below its row on a phone. */
export const CouponView = observer(({ store, coupon }: CouponViewProps) => {
  const { title, state, issued, total, redeemed, can } = coupon;
  const { name, tone, hint } = stateTexts[state];
  return (
    <View className="card coupon-view">
      <View>
        <View className="coupon-row__top">
          <Heading level={2}>{title}</Heading>
          <Tag text={name} tone={tone} />
        </View>
        <View className="hint">{hint}</View>
      </View>
      <View className="coupon-view__counts">
        {`${texts.issued(issued, total)} · ${texts.used(redeemed)}`}
      </View>
      <CouponFacts coupon={coupon} />
      <Failed store={store} />
      {can.change ? (
        <Actions store={store} coupon={coupon} />
      ) : (
        <View className="hint">{texts.readOnly}</View>
      )}
    </View>
  );
});
