import { View } from '@tarojs/components';
import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { bulletinLimits as limits, type ManagedBulletin } from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { Segments } from '../../ui/segments';
import { failureWords, LoadingRows, remoteView } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { useIsWide } from '../../ui/wide-screen';
import { bulletinRoutes } from '../routes';
import { AboutFields } from './about-fields';
import { BlocksField } from './blocks-field';
import './edit.scss';
import { BulletinEditStore } from './edit-store';
import { Preview } from './preview';
import { PublishSheet } from './publish-sheet';
import { editTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '写政策通知' });

/** Whose text this is: the device's, kept from before, or one that others have changed meanwhile. */
const Origin = observer(({ store }: { store: BulletinEditStore }) => {
  const { theirVersion, isRestored } = store;
  if (theirVersion !== null) {
    return (
      <View className="bulletin-edit__fields">
        <Notice
          icon="people"
          tone="warn"
          hint={texts.conflictHint}
          action={{ text: texts.takeTheirs, onPress: () => void store.takeTheirs() }}
        >
          {texts.conflict(theirVersion)}
        </Notice>
        <ActionButton text={texts.keepMine} onPress={store.keepMine} />
      </View>
    );
  }
  return isRestored ? (
    <Notice icon="history" action={{ text: texts.dropKept, onPress: () => void store.takeTheirs() }}>
      {texts.kept}
    </Notice>
  ) : null;
});

const Fields = observer(({ store }: { store: BulletinEditStore }) => (
  <View className="bulletin-edit__fields">
    <Origin store={store} />
    <View className="card">
      <TextField
        label={texts.heading}
        placeholder={texts.headingPlaceholder}
        value={store.draft.title}
        maxLength={limits.titleLength}
        error={store.wrong['title'] ?? null}
        onChange={(title) => store.write({ title }, 'title')}
      />
    </View>
    <BlocksField store={store} />
    <AboutFields store={store} />
    <View className="hint bulletin-edit__kept">{store.isKept ? texts.keptHere : texts.notKept}</View>
  </View>
));

/** What became of saving, beside the button. */
const Said = observer(({ store }: { store: BulletinEditStore }) => {
  const { failure, isWrong, theirVersion } = store;
  if (failure && theirVersion === null) {
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

const Dock = observer(({ store }: { store: BulletinEditStore }) => {
  const { device } = useRootStore();
  const [publishing, setPublishing] = useState<ManagedBulletin | null>(null);
  const mayPublish = store.saved.data === null || store.saved.data.can.publish;
  const save = async () => {
    if (await store.save()) device.feedback.toast(texts.saved);
  };
  const publish = async () => setPublishing(await store.save());
  const done = (changed: ManagedBulletin | null) => {
    if (!changed) return;
    const { communityId, id } = changed;
    device.navigation.replace(bulletinRoutes.manage.to({ communityId, id }));
  };
  return (
    <View className="bulletin-edit__dock">
      <Said store={store} />
      <View className="bulletin-edit__buttons">
        <ActionButton
          kind={mayPublish ? 'secondary' : 'primary'}
          text={texts.save}
          isWorking={store.isSaving}
          isDisabled={store.theirVersion !== null}
          onPress={() => void save()}
        />
        {mayPublish ? (
          <ActionButton
            kind="primary"
            text={texts.publish}
            isDisabled={store.isSaving || store.theirVersion !== null}
            onPress={() => void publish()}
          />
        ) : null}
      </View>
      {publishing ? (
        <PublishSheet
          isOpen
          bulletin={publishing}
          steps={store.steps}
          onDone={done}
          onClose={() => setPublishing(null)}
        />
      ) : null}
    </View>
  );
});

const Both = observer(({ store }: { store: BulletinEditStore }) => {
  const isWide = useIsWide();
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  if (isWide) {
    return (
      <View className="bulletin-edit">
        <Fields store={store} />
        <View className="bulletin-edit__side">
          <Preview store={store} />
        </View>
      </View>
    );
  }
  return (
    <View className="bulletin-edit">
      <Segments
        label={texts.mode}
        value={mode}
        options={[
          { value: 'write', text: texts.write },
          { value: 'preview', text: texts.preview },
        ]}
        onChange={setMode}
      />
      {mode === 'write' ? <Fields store={store} /> : <Preview store={store} />}
    </View>
  );
});

function BulletinEdit() {
  const root = useRootStore();
  const { communityId = '', bulletinId } = bulletinRoutes.edit.parse(useRouter().params);
  const [store] = useState(() => new BulletinEditStore(root, { communityId, bulletinId }));
  useLoad(() => void store.load());
  const isReady = !bulletinId || store.saved.data !== null;
  return (
    <Screen
      title={bulletinId ? texts.title : texts.newTitle}
      isWide
      dock={isReady ? <Dock store={store} /> : null}
    >
      {isReady ? (
        <Both store={store} />
      ) : (
        remoteView({
          remote: store.saved,
          onRetry: () => void store.loadSaved(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={4} />,
          children: () => <Both store={store} />,
        })
      )}
    </Screen>
  );
}

export default observer(BulletinEdit);
