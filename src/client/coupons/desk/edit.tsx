import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState, type ReactNode } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { couponRoutes } from '../routes';
import { limitText, useTexts } from '../rule-text';
import { valueText } from '../value-text';
import { Facts } from './coupon-facts';
import { CouponPreview } from './coupon-preview';
import { CouponEditStore } from './edit-store';
import { MerchantsField } from './merchants-field';
import { AmountFields, AudienceFields } from './rule-fields';
import { editTexts as texts, factTexts, listTexts } from './texts';
import { ValueFields } from './value-fields';
import { WhenFields } from './when-fields';
import './edit.scss';

definePageConfig({ navigationBarTitleText: '优惠券' });

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="card coupon-edit__part">
      <Heading level={2}>{title}</Heading>
      {children}
    </View>
  );
}

/** What cannot be changed any more, and why. */
const Fixed = observer(({ store }: { store: CouponEditStore }) => {
  const { coupon } = store;
  if (!coupon) return null;
  const { title, value, use, terms } = coupon;
  return (
    <Part title={texts.fixed}>
      <Facts
        facts={[
          [texts.name, title],
          [factTexts.value, valueText(value)],
          [factTexts.rule, limitText(coupon)],
          [factTexts.use, useTexts[use]],
          ...(terms ? [[factTexts.terms, terms] as const] : []),
        ]}
      />
      <Notice icon="info" hint={texts.wider}>
        {texts.fixedHint}
      </Notice>
    </Part>
  );
});

const Fields = observer(({ store }: { store: CouponEditStore }) => (
  <View className="coupon-edit__fields">
    {store.isOut ? (
      <Fixed store={store} />
    ) : (
      <Part title={texts.what}>
        <ValueFields store={store} />
      </Part>
    )}
    <Part title={texts.when}>
      <WhenFields store={store} />
    </Part>
    <Part title={texts.howMany}>
      <AmountFields store={store} />
    </Part>
    <Part title={texts.whoAndHow}>
      <AudienceFields store={store} />
    </Part>
    <Part title={texts.where}>
      <MerchantsField store={store} />
    </Part>
  </View>
));

/** What became of saving, beside the button. */
const Said = observer(({ store }: { store: CouponEditStore }) => {
  const { failure, changedByOthers, isWrong } = store;
  if (changedByOthers) {
    return (
      <Notice
        icon="people"
        tone="warn"
        hint={
          changedByOthers.length > 0 ? texts.conflictHint(changedByOthers.join('、')) : texts.conflictSame
        }
        action={{ text: texts.takeTheirs, onPress: store.takeTheirs }}
      >
        {texts.conflict}
      </Notice>
    );
  }
  if (failure) {
    const { title, hint } = failureWords(failure);
    return (
      <Notice icon="warning" tone="danger" hint={isWrong ? texts.look : hint}>
        {title}
      </Notice>
    );
  }
  return isWrong ? (
    <Notice icon="warning" tone="danger">
      {texts.look}
    </Notice>
  ) : null;
});

const Save = observer(({ store, isNew }: { store: CouponEditStore; isNew: boolean }) => {
  const { device } = useRootStore();
  const save = async () => {
    if (!(await store.save())) return;
    device.feedback.toast(isNew ? texts.savedDraft : texts.saved);
    device.navigation.back('/settings/rider/me');
  };
  return (
    <View className="coupon-edit__save">
      <Said store={store} />
      <ActionButton
        kind="primary"
        text={isNew ? texts.saveNew : texts.save}
        isWorking={store.isSaving}
        onPress={() => void save()}
      />
    </View>
  );
});

function CouponEdit() {
  const root = useRootStore();
  const { communityId = '', couponId, copyOf } = couponRoutes.edit.parse(useRouter().params);
  const [store] = useState(() => new CouponEditStore(root, { communityId, couponId, copyOf }));
  useLoad(() => void store.load());
  const isNew = !couponId;
  const canSave = isNew || (store.coupon?.can.change ?? false);
  const body = (
    <View className="coupon-edit">
      <Fields store={store} />
      <View className="coupon-edit__side">
        <CouponPreview store={store} />
        {store.coupon && !canSave ? <View className="hint">{listTexts.readOnly}</View> : null}
      </View>
    </View>
  );
  const isReady = (isNew && !copyOf) || store.source.data !== null;
  return (
    <Screen
      title={isNew ? texts.newTitle : texts.title}
      isWide
      dock={isReady && canSave ? <Save store={store} isNew={isNew} /> : null}
    >
      {isNew && !copyOf
        ? body
        : remoteView({
            remote: store.source,
            onRetry: () => void store.loadSource(),
            isOnline: root.settings.isOnline,
            loading: <LoadingRows count={4} />,
            children: () => body,
          })}
    </Screen>
  );
}

export default observer(CouponEdit);
