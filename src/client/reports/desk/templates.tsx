import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { caseLimits, type ReplyTemplate } from '../../../contract/report-cases';
import { reportLimits } from '../../../contract/reports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { ConfirmSheet } from '../../ui/confirm-sheet';
import { Heading } from '../../ui/heading';
import { Icon } from '../../ui/icon';
import { LongTextField } from '../../ui/long-text-field';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { TextField } from '../../ui/text-field';
import { reportRoutes } from '../routes';
import { templateTexts as texts } from './case-texts';
import { TemplatesStore } from './templates-store';
import './templates.scss';

definePageConfig({ navigationBarTitleText: '常用回复' });

interface StoreProps {
  store: TemplatesStore;
}

const Rows = observer(({ store, rows }: StoreProps & { rows: readonly ReplyTemplate[] }) => {
  const [going, setGoing] = useState<ReplyTemplate | null>(null);
  const remove = () => {
    if (going) void store.remove(going.id);
    setGoing(null);
  };
  return (
    <>
      {rows.length === 0 ? <Still icon="list" title={texts.empty} hint={texts.emptyHint} /> : null}
      {rows.map((row) => (
        <View key={row.id} className="card template">
          <View className="template__words">
            <Heading level={3}>{row.title}</Heading>
            <View className="template__text">{row.text}</View>
          </View>
          <Pressable
            className="template__remove"
            label={texts.remove(row.title)}
            onPress={() => setGoing(row)}
          >
            <Icon name="trash" />
          </Pressable>
        </View>
      ))}
      <ConfirmSheet
        isOpen={going !== null}
        title={texts.removeAsk(going?.title ?? '')}
        hint={texts.removeHint}
        confirm={texts.removeConfirm}
        onConfirm={remove}
        onClose={() => setGoing(null)}
      />
    </>
  );
});

const Add = observer(({ store }: StoreProps) => {
  const { device } = useRootStore();
  const save = async () => {
    if (await store.save()) device.feedback.toast(texts.saved);
  };
  return (
    <View className="card templates__add">
      <Heading level={2}>{texts.add}</Heading>
      <TextField
        label={texts.name}
        value={store.title}
        maxLength={caseLimits.templateTitleLength}
        placeholder={texts.namePlaceholder}
        onChange={(title) => store.write({ title })}
      />
      <LongTextField
        label={texts.text}
        value={store.text}
        maxLength={reportLimits.replyLength}
        placeholder={texts.textPlaceholder}
        onChange={(text) => store.write({ text })}
      />
      {store.isFull ? <View className="hint">{texts.full(caseLimits.templates)}</View> : null}
      {store.failure ? (
        <Notice icon="warning" tone="danger">
          {failureWords(store.failure).title}
        </Notice>
      ) : null}
      <ActionButton
        kind="primary"
        text={texts.save}
        isWorking={store.isWorking}
        isDisabled={!store.canSave}
        onPress={() => void save()}
      />
    </View>
  );
});

function Templates() {
  const root = useRootStore();
  const { communityId = '' } = reportRoutes.templates.parse(useRouter().params);
  const [store] = useState(() => new TemplatesStore(root, communityId));
  const load = () => void store.load();
  useDidShow(load);
  return (
    <Screen title={texts.title}>
      <View className="templates">
        <View className="hint">{texts.lead}</View>
        {remoteView({
          remote: store.templates,
          onRetry: load,
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={3} />,
          children: (rows) => <Rows store={store} rows={rows} />,
        })}
        <Add store={store} />
      </View>
    </Screen>
  );
}

export default observer(Templates);
