import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { WhenField } from '../../ui/when-field';
import { serviceRoutes } from '../routes';
import { SettingsCard } from './columns-card';
import { ExportStore } from './export-store';
import { exportTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '导出到省系统' });

interface StoreProps {
  store: ExportStore;
}

const Preview = observer(({ store }: StoreProps) => {
  const { settings, device } = useRootStore();
  if (store.preview.status === 'idle') return null;
  const take = async () => {
    const became = await store.download();
    if (became === 'done') device.feedback.toast(texts.downloaded);
    if (became === 'unable') device.feedback.toast(texts.unable);
  };
  return (
    <>
      {remoteView({
        remote: store.preview,
        onRetry: () => void store.look(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={1} />,
        children: ({ rows, columns }) => {
          const gaps = columns.filter(({ missing }) => missing > 0);
          return (
            <View className="service-desk__card">
              <Heading level={2}>{texts.rows(rows)}</Heading>
              {gaps.length === 0 ? (
                <Notice icon="check" tone="good">
                  {texts.complete}
                </Notice>
              ) : (
                <Notice icon="warning" tone="warn" hint={texts.missingHint}>
                  {gaps.map(({ header, missing }) => texts.missing(header, missing)).join('；')}
                </Notice>
              )}
              <FailureNotice working={store.working} />
              <ActionButton
                kind="primary"
                icon="download"
                text={texts.download}
                isWorking={store.working.isWorking}
                isDisabled={rows === 0}
                onPress={() => void take()}
              />
            </View>
          );
        },
      })}
    </>
  );
});

const Days = observer(({ store }: StoreProps) => (
  <View className="card service-desk__card">
    <View>{texts.lead}</View>
    <View className="service-desk__pair">
      <WhenField label={texts.from} kind="date" value={store.from} onChange={store.setFrom} />
      <WhenField label={texts.to} kind="date" value={store.to} onChange={store.setTo} />
    </View>
    <ActionButton text={texts.look} onPress={() => void store.look()} />
    <Preview store={store} />
  </View>
));

function ExportPage() {
  const root = useRootStore();
  const { communityId = '' } = serviceRoutes.export.parse(useRouter().params);
  const [store] = useState(() => new ExportStore(root, communityId));
  const load = () => void store.load();
  useLoad(load);
  const main = remoteView({
    remote: store.settings,
    onRetry: load,
    isOnline: root.settings.isOnline,
    loading: <LoadingRows count={3} />,
    children: () => (
      <View className="service-desk">
        <SettingsCard store={store} />
      </View>
    ),
  });
  return (
    <Screen title={texts.title} isWide>
      <Panes side={<Days store={store} />} main={main} />
    </Screen>
  );
}

export default observer(ExportPage);
