import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { MyMerchant } from '../../../contract/merchants';
import { redemptionRoutes } from '../../redemptions/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { merchantRoutes } from '../routes';
import { InvitationCard } from './invitation-card';
import { MineStore } from './mine-store';
import './mine.scss';
import { mineTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '我的店' });

const tones = { draft: 'warn', active: 'good', paused: 'warn', ended: 'plain' } as const;

const Shop = observer(({ shop }: { shop: MyMerchant }) => {
  const { navigation } = useRootStore().device;
  const merchantId = shop.id;
  const rows = [
    { icon: 'list', text: texts.books, route: redemptionRoutes.books },
    { icon: 'people', text: texts.clerks, route: merchantRoutes.clerks },
    { icon: 'qr', text: texts.codes, route: merchantRoutes.codes },
    { icon: 'settings', text: texts.settings, route: merchantRoutes.shop },
  ] as const;
  return (
    <View className="card my-shop">
      <View className="my-shop__top">
        <Heading level={2}>{shop.name}</Heading>
        <Tag text={texts.statuses[shop.status]} tone={tones[shop.status]} />
      </View>
      <ActionButton
        kind="primary"
        icon="shop"
        text={texts.counter}
        onPress={() => navigation.to(redemptionRoutes.counter.to({ merchantId }))}
      />
      <View>
        {rows.map(({ icon, text, route }) => (
          <LinkRow
            key={text}
            icon={icon}
            text={text}
            onPress={() => navigation.to(route.to({ merchantId }))}
          />
        ))}
      </View>
    </View>
  );
});

/** Waits for an answer, or got a no with its reason. */
const Application = observer(({ shop: { name, declineReason } }: { shop: MyMerchant }) => {
  const { navigation } = useRootStore().device;
  return (
    <View className="card my-shop">
      <View className="my-shop__top">
        <Heading level={2}>{name}</Heading>
        <Tag
          text={declineReason === null ? texts.applied : texts.declined}
          tone={declineReason === null ? 'warn' : 'danger'}
        />
      </View>
      {declineReason === null ? (
        <View className="hint">{texts.appliedHint}</View>
      ) : (
        <>
          <Notice icon="info">{declineReason}</Notice>
          <ActionButton text={texts.again} onPress={() => navigation.to(merchantRoutes.apply.to())} />
        </>
      )}
    </View>
  );
});

const Shops = observer(({ shops, invited }: { shops: readonly MyMerchant[]; invited: boolean }) => {
  const { navigation } = useRootStore().device;
  const waits = shops.some(({ isClerk, declineReason }) => !isClerk && declineReason === null);
  return (
    <>
      {shops.length === 0 && !invited ? <Still icon="shop" title={texts.none} hint={texts.noneHint} /> : null}
      {shops.map((shop) =>
        shop.isClerk ? <Shop key={shop.id} shop={shop} /> : <Application key={shop.id} shop={shop} />,
      )}
      {waits ? null : (
        <View className="card link-rows">
          <LinkRow
            icon="flag"
            text={texts.apply}
            hint={texts.applyHint}
            onPress={() => navigation.to(merchantRoutes.apply.to())}
          />
        </View>
      )}
    </>
  );
});

const Mine = observer(({ invitation }: { invitation: string }) => {
  const root = useRootStore();
  const [store] = useState(() => new MineStore(root));
  const personId = root.sessions.me?.id;
  useDidShow(() => void store.load());
  useEffect(() => void store.load(), [store, personId]);
  return (
    <Screen title={texts.title}>
      <View className="my-shops">
        {invitation ? <InvitationCard store={store} invitation={invitation} /> : null}
        {remoteView({
          remote: store.shops,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={2} />,
          children: (shops) => <Shops shops={shops} invited={invitation !== ''} />,
        })}
        {invitation ? null : <InvitationCard store={store} />}
      </View>
    </Screen>
  );
});

function MinePage() {
  const { sessions } = useRootStore();
  const { invitation = '' } = merchantRoutes.mine.parse(useRouter().params);
  return sessions.isSignedIn ? <Mine invitation={invitation} /> : <SignInFirst title={texts.title} />;
}

export default observer(MinePage);
