import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { apiKeyLimits, openDataPaths, type ApiKey } from '../../../contract/open-data';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { dayOf, plainDateText } from '../../ui/dates';
import { FailureNotice } from '../../ui/failure-notice';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { openDataRoutes } from '../routes';
import './keys.scss';
import { KeysStore } from './keys-store';
import { keysTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '数据接口' });

const addresses = (slug: string) => [
  { name: texts.discovery, path: openDataPaths.discovery },
  { name: texts.requests, path: `${openDataPaths.base}/requests.json?jurisdiction_id=${slug}` },
  { name: texts.geojson, path: `${openDataPaths.base}/requests.geojson?jurisdiction_id=${slug}` },
];

function Addresses({ slug }: { slug: string }) {
  const { clipboard, feedback, web } = useRootStore().device;
  const copy = async (url: string) => {
    if (await clipboard.copy(url)) feedback.toast(texts.copied);
  };
  return (
    <View className="card api-keys">
      <Heading level={2}>{texts.addresses}</Heading>
      {addresses(slug).map(({ name, path }) => (
        <View key={path} className="api-key">
          <View className="api-key__words">
            <View className="api-key__name">{name}</View>
            <View className="hint api-key__address">{web.urlOf(path)}</View>
          </View>
          <Pressable
            className="api-key__act"
            label={`${texts.copy} ${name}`}
            onPress={() => void copy(web.urlOf(path))}
          >
            {texts.copy}
          </Pressable>
        </View>
      ))}
    </View>
  );
}

const useText = ({ createdAt, lastUsedOn, revokedAt }: ApiKey) =>
  revokedAt === null
    ? [
        texts.createdAt(plainDateText(dayOf(createdAt))),
        lastUsedOn === null ? texts.neverUsed : texts.lastUsed(plainDateText(lastUsedOn)),
      ].join(' · ')
    : texts.revoked(plainDateText(dayOf(revokedAt)));

function KeyRow({ row, onRevoke }: { row: ApiKey; onRevoke: (row: ApiKey) => void }) {
  return (
    <View className={`api-key ${row.revokedAt === null ? '' : 'api-key--over'}`}>
      <View className="api-key__words">
        <View className="api-key__name">{row.name}</View>
        <View className="hint">
          {texts.hint(row.hint)} · {useText(row)}
        </View>
      </View>
      {row.revokedAt === null ? (
        <Pressable className="api-key__act" label={texts.revokeNamed(row.name)} onPress={() => onRevoke(row)}>
          {texts.revoke}
        </Pressable>
      ) : null}
    </View>
  );
}

const Made = observer(({ store }: { store: KeysStore }) => {
  const { clipboard, feedback } = useRootStore().device;
  const { made } = store;
  if (!made) return null;
  const copy = async () => {
    if (await clipboard.copy(made.key)) feedback.toast(texts.copied);
  };
  return (
    <View className="card api-keys">
      <Notice icon="warning" tone="warn" hint={texts.madeHint}>
        {texts.made}
      </Notice>
      <View className="api-key__name">{made.name}</View>
      <View className="api-key__key">{made.key}</View>
      <ActionButton kind="primary" text={texts.copyKey} onPress={() => void copy()} />
    </View>
  );
});

const Create = observer(({ store }: { store: KeysStore }) => (
  <View className="card api-keys">
    <TextField
      label={texts.name}
      value={store.name}
      placeholder={texts.namePlaceholder}
      maxLength={apiKeyLimits.nameLength}
      onChange={(name) => store.write(name)}
    />
    <FailureNotice working={store.working} />
    <ActionButton
      kind={store.made ? 'secondary' : 'primary'}
      icon="plus"
      text={texts.create}
      isDisabled={store.name.trim() === ''}
      isWorking={store.working.isWorking}
      onPress={() => void store.create()}
    />
  </View>
));

const Keys = observer(({ store }: { store: KeysStore }) => {
  const { device, settings } = useRootStore();
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = async () => {
    const row = revoking;
    setRevoking(null);
    if (row && (await store.revoke(row.id))) device.feedback.toast(texts.done);
  };
  return (
    <View className="card api-keys">
      <Heading level={2}>{texts.keys}</Heading>
      <View className="hint">{texts.keysHint}</View>
      {remoteView({
        remote: store.keys,
        onRetry: () => void store.load(),
        isOnline: settings.isOnline,
        loading: <LoadingRows count={2} />,
        children: (keys) =>
          keys.length === 0 ? (
            <View>{texts.empty}</View>
          ) : (
            keys.map((row) => <KeyRow key={row.id} row={row} onRevoke={setRevoking} />)
          ),
      })}
      <ConfirmSheet
        isOpen={revoking !== null}
        title={texts.revokeAsk(revoking?.name ?? '')}
        hint={texts.revokeHint}
        confirm={texts.revoke}
        onConfirm={() => void revoke()}
        onClose={() => setRevoking(null)}
      />
    </View>
  );
});

function KeysPage() {
  const root = useRootStore();
  const { communityId = '' } = openDataRoutes.keys.parse(useRouter().params);
  const [store] = useState(() => new KeysStore(root, communityId));
  useDidShow(() => void store.load());
  const slug = root.communities.list.data?.find(({ id }) => id === communityId)?.slug;
  return (
    <Screen title={texts.title}>
      <View className="api-keys">
        <View>{texts.lead}</View>
        {slug === undefined ? null : <Addresses slug={slug} />}
        <Made store={store} />
        <Keys store={store} />
        <Create store={store} />
      </View>
    </Screen>
  );
}

export default observer(KeysPage);
