import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { today } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { WhenField } from '../../ui/when-field';
import { MerchantForm } from '../merchant-form';
import { PhotosField } from '../photos-field';
import { merchantRoutes } from '../routes';
import { MerchantEditStore } from './edit-store';
import { editTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '商户资料' });

const AgreementPart = observer(({ store }: { store: MerchantEditStore }) => {
  const { clock } = useRootStore().parts;
  const { agreementFrom, agreementTo } = store.agreement;
  const day = today(clock.now());
  const hasDates = agreementFrom !== null || agreementTo !== null;
  return (
    <View className="card merchant-desk__part">
      <Heading level={2}>{texts.agreement}</Heading>
      {hasDates ? (
        <View className="merchant-desk__acts">
          <WhenField
            label={texts.from}
            kind="date"
            value={agreementFrom ?? ''}
            onChange={(from) => store.writeAgreement({ agreementFrom: from })}
          />
          <WhenField
            label={texts.to}
            kind="date"
            value={agreementTo ?? ''}
            onChange={(to) => store.writeAgreement({ agreementTo: to })}
          />
        </View>
      ) : null}
      {store.areDatesWrong ? (
        <View className="field__wrong" {...semantics({ role: 'alert' })}>
          {texts.datesWrong}
        </View>
      ) : null}
      <ActionButton
        text={hasDates ? texts.clearDates : texts.setDates}
        onPress={() => store.writeAgreement({ agreementFrom: hasDates ? null : day, agreementTo: null })}
      />
    </View>
  );
});

/** Whoever comes back finds what they wrote, and a way to be rid of it. */
const Resumed = observer(({ store }: { store: MerchantEditStore }) => (
  <View className="merchant-desk__part">
    <Notice icon="info" hint={texts.resumedHint}>
      {texts.resumed}
    </Notice>
    <ActionButton text={texts.discard} onPress={store.discard} />
  </View>
));

/** What became of saving, beside the button. */
const Said = observer(({ store }: { store: MerchantEditStore }) => {
  const { failure, isConflict, isWrong, changedMeanwhile } = store;
  if (isWrong)
    return (
      <Notice icon="warning" tone="danger">
        {texts.look}
      </Notice>
    );
  if (!failure) return null;
  const { title, hint } = failureWords(failure);
  return isConflict ? (
    <Notice icon="people" tone="warn" hint={texts.conflictHint(changedMeanwhile)}>
      {texts.conflict}
    </Notice>
  ) : (
    <Notice icon="warning" tone="danger" hint={hint}>
      {title}
    </Notice>
  );
});

const Save = observer(({ store }: { store: MerchantEditStore }) => {
  const { device } = useRootStore();
  const save = async () => {
    if (!(await store.save())) return;
    device.feedback.toast(texts.saved);
    device.navigation.back('/settings/rider/me');
  };
  return (
    <View className="merchant-desk__part">
      <Said store={store} />
      <ActionButton
        kind="primary"
        text={store.isConflict ? texts.keepMine : texts.save}
        isWorking={store.isSaving}
        onPress={() => void save()}
      />
    </View>
  );
});

function MerchantEdit() {
  const root = useRootStore();
  const { communityId = '', merchantId } = merchantRoutes.edit.parse(useRouter().params);
  const [store] = useState(() => new MerchantEditStore(root, { communityId, merchantId }));
  const load = () => void store.load();
  useLoad(load);
  const form = (
    <>
      {store.isResumed ? <Resumed store={store} /> : null}
      <MerchantForm draft={store.draft} errors={store.errors} onChange={store.write} />
      <AgreementPart store={store} />
    </>
  );
  return (
    <Screen
      title={merchantId ? texts.title : texts.titleNew}
      dock={store.isReady ? <Save store={store} /> : null}
    >
      <View className="merchant-desk">
        {merchantId
          ? remoteView({
              remote: store.merchant,
              onRetry: load,
              isOnline: root.settings.isOnline,
              loading: <LoadingRows count={4} />,
              children: (merchant) => (
                <>
                  <PhotosField merchant={merchant} />
                  {store.isReady ? form : <LoadingRows count={4} />}
                </>
              ),
            })
          : form}
        {merchantId ? null : <View className="hint">{texts.photosLater}</View>}
      </View>
    </Screen>
  );
}

export default observer(MerchantEdit);
