import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { ManagedMerchant } from '../../../contract/merchants';
import { codeRoutes } from '../../codes/routes';
import { redemptionRoutes } from '../../redemptions/routes';
import { useRootStore } from '../../root-store';
import { instantText } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { OpeningHoursTable } from '../../ui/opening-hours-table';
import { PersonLine } from '../../ui/person-line';
import { Photos } from '../../ui/photos';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { categoryTexts } from '../category-text';
import { merchantRoutes } from '../routes';
import { ApplicationPart } from './application-part';
import { MerchantStore } from './merchant-store';
import { StatusPart } from './status-part';
import { statusTexts, viewTexts as texts } from './texts';
import './desk.scss';

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <View>
      <View className="merchant-desk__fact">{name}</View>
      <View className="merchant-desk__value">{value}</View>
    </View>
  );
}

const Facts = observer(({ merchant }: { merchant: ManagedMerchant }) => {
  const { device } = useRootStore();
  const { name, status, category, address, phone, agreementFrom, agreementTo, photos } = merchant;
  const dated = agreementFrom !== null || agreementTo !== null;
  return (
    <View className="card merchant-desk__part">
      <View className="merchant-desk__top">
        <Heading level={2}>{name}</Heading>
        <Tag text={statusTexts[status].name} tone={statusTexts[status].tone} />
      </View>
      <Photos
        photos={photos.map(({ thumbUrl, alt }) => ({ url: device.web.urlOf(thumbUrl), alt }))}
        label={texts.photos}
      />
      <Fact name={texts.category} value={categoryTexts[category]} />
      <Fact name={texts.address} value={address} />
      <Fact name={texts.phone} value={phone ?? texts.noPhone} />
      <Fact
        name={texts.agreement}
        value={dated ? texts.agreementFrom(agreementFrom, agreementTo) : texts.noAgreement}
      />
    </View>
  );
});

const Links = observer(({ merchant }: { merchant: ManagedMerchant }) => {
  const { navigation } = useRootStore().device;
  const { id: merchantId, communityId } = merchant;
  return (
    <View className="card link-rows">
      <LinkRow
        icon="settings"
        text={texts.edit}
        onPress={() => navigation.to(merchantRoutes.edit.to({ communityId, merchantId }))}
      />
      <LinkRow
        icon="qr"
        text={texts.poster}
        onPress={() => navigation.to(codeRoutes.poster.to({ target: 'merchant', id: merchantId }))}
      />
      <LinkRow
        icon="scan"
        text={texts.counter}
        onPress={() => navigation.to(redemptionRoutes.counter.to({ merchantId }))}
      />
      <LinkRow
        icon="history"
        text={texts.books}
        onPress={() => navigation.to(redemptionRoutes.books.to({ merchantId }))}
      />
    </View>
  );
});

const Clerks = observer(({ store }: { store: MerchantStore }) => {
  const { settings } = useRootStore();
  return (
    <View className="card merchant-desk__part">
      <Heading level={2}>{texts.clerks}</Heading>
      {remoteView({
        remote: store.clerks,
        onRetry: () => void store.load(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={1} />,
        children: (clerks) =>
          clerks.length === 0 ? (
            <View className="hint">{texts.noClerks}</View>
          ) : (
            clerks.map(({ person, joinedAt }) => (
              <PersonLine
                key={person.personId}
                nickname={person.nickname}
                avatarUrl={person.avatarUrl}
                hint={texts.joined(instantText(joinedAt))}
              />
            ))
          ),
      })}
    </View>
  );
});

interface MerchantViewProps {
  communityId: string;
  merchantId: string;
  onChanged: (merchant: ManagedMerchant) => void;
}

/** One shop, with what may be done about it. */
export const MerchantView = observer(({ communityId, merchantId, onChanged }: MerchantViewProps) => {
  const root = useRootStore();
  const [store] = useState(() => new MerchantStore(root, { communityId, merchantId }, onChanged));
  const load = () => void store.load();
  useDidShow(load);
  // It comes when the page has long been shown.
  useEffect(() => void store.load(), [store]);
  return (
    <View className="merchant-desk">
      {remoteView({
        remote: store.merchant,
        onRetry: load,
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={3} />,
        children: (merchant) => (
          <>
            <Facts merchant={merchant} />
            {store.failure ? (
              <Notice icon="warning" tone="danger">
                {failureWords(store.failure).title}
              </Notice>
            ) : null}
            <ApplicationPart store={store} merchant={merchant} />
            <StatusPart store={store} merchant={merchant} />
            {merchant.can.change ? <Links merchant={merchant} /> : null}
            <OpeningHoursTable hours={merchant.hours} opening={merchant.opening} />
            {merchant.can.serve ? <Clerks store={store} /> : null}
          </>
        ),
      })}
    </View>
  );
});
