import { View } from '@tarojs/components';
import { useDidHide, useDidShow, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { codeRoutes } from '../../codes/routes';
import { useRootStore } from '../../root-store';
import { Heading } from '../../ui/heading';
import { LinkRow } from '../../ui/link-row';
import { PrintedCode, RotatingCode } from '../../ui/place-codes';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { stationRoutes } from '../routes';
import { placeCodesTexts } from '../../ui/texts';
import { codesTexts as texts } from '../texts';
import { CodesStore } from './codes-store';
import { MiniProgramCodeView } from './mini-program-code';
import { WalkInTally } from './walk-in-tally';
import './codes.scss';

definePageConfig({ navigationBarTitleText: '站点二维码' });

type Shown = 'rotating' | 'printed' | 'miniProgram';

function Codes() {
  const root = useRootStore();
  const { id = '' } = stationRoutes.codes.parse(useRouter().params);
  const [store] = useState(() => new CodesStore(root, id));
  const [shown, setShown] = useState<Shown>('rotating');
  useDidShow(() => {
    void store.live.start();
    root.stations.open(id);
    void root.stations.loadVisits(id);
  });
  useDidHide(store.live.stop);
  useUnload(store.live.stop);
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
              { value: 'rotating', text: placeCodesTexts.rotating, icon: 'retry' },
              { value: 'printed', text: placeCodesTexts.printed, icon: 'qr' },
              { value: 'miniProgram', text: texts.miniProgram, icon: 'scan' },
            ]}
          />
          {shown === 'miniProgram' ? (
            <MiniProgramCodeView store={store} name={name} />
          ) : (
            remoteView({
              remote: store.live.codes,
              onRetry: () => void store.live.start(),
              isOnline: root.settings.isOnline,
              loading: <LoadingRows count={2} />,
              children: ({ rotating, printed }) =>
                shown === 'rotating' ? (
                  <RotatingCode code={rotating} name={name} hint={texts.rotatingHint} />
                ) : (
                  <PrintedCode code={printed} name={name} hint={texts.printedHint} />
                ),
            })
          )}
        </View>
        <View className="card link-rows">
          <LinkRow
            icon="download"
            text={texts.poster}
            hint={texts.posterHint}
            onPress={() => root.device.navigation.to(codeRoutes.poster.to({ target: 'station', id }))}
          />
        </View>
        {station?.can.tallyWalkIns ? <WalkInTally store={store} stationId={id} /> : null}
      </View>
    </Screen>
  );
}

export default observer(Codes);
