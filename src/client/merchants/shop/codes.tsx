import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useRef, useState } from 'react';
import { codeRoutes } from '../../codes/routes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { LinkRow } from '../../ui/link-row';
import { PrintedCode, RotatingCode } from '../../ui/place-codes';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { SignInFirst } from '../../ui/sign-in-first';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { placeCodesTexts } from '../../ui/texts';
import { merchantRoutes } from '../routes';
import './codes.scss';
import { ShopCodesStore } from './codes-store';
import { FailureNotice } from '../../ui/failure-notice';
import './mine.scss';
import { codesTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '店铺码' });

type Shown = 'rotating' | 'printed';

/** The code is fresh and the screen bright while the page is shown. */
function useShown({ live }: ShopCodesStore) {
  const { device } = useRootStore();
  const letGo = useRef<() => void>(() => undefined);
  const leave = () => {
    live.stop();
    letGo.current();
    letGo.current = () => undefined;
  };
  useDidShow(() => {
    letGo.current();
    letGo.current = device.screenLight.hold({ isBright: true });
    void live.start();
  });
  useDidHide(leave);
  useUnload(leave);
}

/** What belongs to the code on paper. */
const Paper = observer(({ store, merchantId }: { store: ShopCodesStore; merchantId: string }) => {
  const { feedback, navigation } = useRootStore().device;
  const [isAsking, setIsAsking] = useState(false);
  const replace = async () => {
    setIsAsking(false);
    if (await store.replace()) feedback.toast(texts.replaced);
  };
  return (
    <>
      <View className="card link-rows">
        <LinkRow
          icon="download"
          text={texts.poster}
          hint={texts.posterHint}
          onPress={() => navigation.to(codeRoutes.poster.to({ target: 'merchant', id: merchantId }))}
        />
      </View>
      <FailureNotice working={store.working} />
      <ActionButton
        kind="quiet"
        icon="retry"
        text={texts.replace}
        isWorking={store.working.isWorking}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmSheet
        isOpen={isAsking}
        title={texts.replaceAsk}
        hint={texts.replaceHint}
        confirm={texts.replace}
        onConfirm={() => void replace()}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
});

const Codes = observer(({ merchantId }: { merchantId: string }) => {
  const root = useRootStore();
  const [store] = useState(() => new ShopCodesStore(root, merchantId));
  const [shown, setShown] = useState<Shown>('rotating');
  useShown(store);
  return (
    <Screen title={texts.title}>
      <View className="my-shops">
        <View className="card shop-codes">
          <Segments
            label={texts.title}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'rotating', text: placeCodesTexts.rotating, icon: 'retry' },
              { value: 'printed', text: placeCodesTexts.printed, icon: 'qr' },
            ]}
          />
          {remoteView({
            remote: store.live.codes,
            onRetry: () => void store.live.start(),
            isOnline: root.settings.isOnline,
            loading: <LoadingRows count={2} />,
            children: ({ rotating, printed }) =>
              shown === 'rotating' ? (
                <RotatingCode code={rotating} name={texts.title} hint={texts.rotatingHint} />
              ) : (
                <PrintedCode code={printed} name={texts.title} hint={texts.printedHint} />
              ),
          })}
        </View>
        {shown === 'printed' && store.live.codes.data ? (
          <Paper store={store} merchantId={merchantId} />
        ) : null}
      </View>
    </Screen>
  );
});

function CodesPage() {
  const { sessions } = useRootStore();
  const { merchantId = '' } = merchantRoutes.codes.parse(useRouter().params);
  return sessions.isSignedIn ? <Codes merchantId={merchantId} /> : <SignInFirst title={texts.title} />;
}

export default observer(CodesPage);
