import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useEffect, useState } from 'react';
import type { PlaceCodes } from '../../../contract/codes';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { QrCode } from '../../ui/qr-code';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { stationRoutes } from '../routes';
import { codesTexts as texts } from '../texts';
import { CodesStore } from './codes-store';
import { MiniProgramCodeView } from './mini-program-code';
import { WalkInTally } from './walk-in-tally';
import './codes.scss';

definePageConfig({ navigationBarTitleText: '站点二维码' });

type Shown = 'rotating' | 'printed' | 'miniProgram';

/** Seconds until the code on the screen runs out, counted down. */
function useSecondsLeft(expiresAt: string, now: () => number): number {
  const left = () => Math.max(0, Math.round((Date.parse(expiresAt) - now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 1000);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [expiresAt]);
  return seconds;
}

const Rotating = observer(({ rotating, name }: { rotating: PlaceCodes['rotating']; name: string }) => {
  const { parts } = useRootStore();
  const seconds = useSecondsLeft(rotating.expiresAt, parts.clock.now);
  return (
    <>
      <QrCode text={rotating.url} label={texts.qrAlt(name, texts.rotating)} />
      <View className="codes__below">{seconds > 0 ? texts.refreshIn(seconds) : texts.stale}</View>
      <View className="hint codes__hint">{texts.rotatingHint}</View>
    </>
  );
});

const Printed = observer(({ printed, name }: { printed: PlaceCodes['printed']; name: string }) => {
  const { device } = useRootStore();
  const copy = async () => {
    if (await device.clipboard.copy(printed.url)) device.feedback.toast(texts.copied);
  };
  return (
    <>
      <QrCode text={printed.url} label={texts.qrAlt(name, texts.printed)} />
      <View className="codes__id">{printed.id}</View>
      <View className="hint codes__hint">{texts.printedHint}</View>
      <ActionButton text={texts.copy} onPress={() => void copy()} />
    </>
  );
});

function Codes() {
  const root = useRootStore();
  const { id = '' } = stationRoutes.codes.parse(useRouter().params);
  const [store] = useState(() => new CodesStore(root, id));
  const [shown, setShown] = useState<Shown>('rotating');
  useDidShow(() => {
    void store.start();
    root.stations.open(id);
    void root.stations.loadVisits(id);
  });
  useDidHide(store.stop);
  useUnload(store.stop);
  const station = root.stations.station(id).data;
  const name = station?.name ?? '';
  return (
    <Screen title={texts.title}>
      <View className="codes">
        <View className="card codes__card">
          <Heading level={1} className="codes__name">
            {name}
          </Heading>
          <Segments
            label={texts.title}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'rotating', text: texts.rotating, icon: 'retry' },
              { value: 'printed', text: texts.printed, icon: 'qr' },
              { value: 'miniProgram', text: texts.miniProgram, icon: 'scan' },
            ]}
          />
          {shown === 'miniProgram' ? (
            <MiniProgramCodeView store={store} name={name} />
          ) : (
            remoteView({
              remote: store.codes,
              onRetry: () => void store.start(),
              isOnline: root.settings.isOnline,
              loading: <LoadingRows count={2} />,
              children: ({ rotating, printed }) =>
                shown === 'rotating' ? (
                  <Rotating rotating={rotating} name={name} />
                ) : (
                  <Printed printed={printed} name={name} />
                ),
            })
          )}
        </View>
        {station?.can.tallyWalkIns ? <WalkInTally store={store} stationId={id} /> : null}
      </View>
    </Screen>
  );
}

export default observer(Codes);
