import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Merchant } from '../../../contract/merchants';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { SwitchRow } from '../../ui/switch-row';
import { TextField } from '../../ui/text-field';
import { HoursEditor } from '../hours-editor';
import { PhotosField } from '../photos-field';
import { merchantRoutes } from '../routes';
import { FailureNotice } from '../../ui/failure-notice';
import './mine.scss';
import { ShopStore } from './shop-store';
import { shopTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '店铺设置' });

const phoneLength = 30;

const Facts = observer(({ store, merchant }: { store: ShopStore; merchant: Merchant }) => {
  const { feedback } = useRootStore().device;
  const { hours, phone } = store.draftFrom(merchant);
  const errors = store.errorsIn(merchant);
  const save = async () => {
    if (await store.save(merchant)) feedback.toast(texts.saved);
  };
  return (
    <>
      <View className="card">
        <TextField
          label={texts.phone}
          value={phone}
          placeholder={texts.phonePlaceholder}
          maxLength={phoneLength}
          error={errors.phone ?? null}
          onChange={(changed) => store.write(merchant, { phone: changed })}
        />
      </View>
      <View className="card">
        <HoursEditor hours={hours} onChange={(changed) => store.write(merchant, { hours: changed })} />
      </View>
      <FailureNotice working={store.working} />
      <ActionButton
        kind="primary"
        text={texts.save}
        isDisabled={store.written === null || Object.keys(errors).length > 0}
        isWorking={store.working.isWorking}
        onPress={() => void save()}
      />
    </>
  );
});

/** Trusting the printed code is asked about; not trusting it any more is not. */
const Trust = observer(({ store, merchant }: { store: ShopStore; merchant: Merchant }) => {
  const { feedback } = useRootStore().device;
  const [isAsking, setIsAsking] = useState(false);
  const { trustsPrintedCode } = merchant;
  const set = async (isOn: boolean) => {
    setIsAsking(false);
    if (await store.setTrust(isOn)) feedback.toast(isOn ? texts.trusted : texts.untrusted);
  };
  return (
    <View className="card">
      <SwitchRow
        text={texts.trust}
        hint={texts.trustHint}
        isOn={trustsPrintedCode}
        isDisabled={store.working.isWorking}
        onToggle={() => (trustsPrintedCode ? void set(false) : setIsAsking(true))}
      />
      <ConfirmSheet
        isOpen={isAsking}
        title={texts.trustAsk}
        hint={texts.trustWhy}
        confirm={texts.trustYes}
        onConfirm={() => void set(true)}
        onClose={() => setIsAsking(false)}
      />
    </View>
  );
});

const Shop = observer(({ merchantId }: { merchantId: string }) => {
  const root = useRootStore();
  const [store] = useState(() => new ShopStore(root, merchantId));
  useDidShow(() => void store.load());
  return (
    <Screen title={texts.title}>
      <View className="my-shops">
        {remoteView({
          remote: store.merchant,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: (merchant) => (
            <>
              <View>
                <Heading level={2}>{merchant.name}</Heading>
                <View className="hint">{merchant.address}</View>
              </View>
              <Trust store={store} merchant={merchant} />
              <Facts store={store} merchant={merchant} />
              <PhotosField merchant={merchant} />
              <Notice icon="info">{texts.fixed}</Notice>
            </>
          ),
        })}
      </View>
    </Screen>
  );
});

function ShopPage() {
  const { sessions } = useRootStore();
  const { merchantId = '' } = merchantRoutes.shop.parse(useRouter().params);
  return sessions.isSignedIn ? <Shop merchantId={merchantId} /> : <SignInFirst title={texts.title} />;
}

export default observer(ShopPage);
