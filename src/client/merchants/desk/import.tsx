import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { ImportResult } from '../../../contract/merchant-imports';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Screen } from '../../ui/screen';
import { failureWords } from '../../ui/state-views';
import { merchantRoutes } from '../routes';
import { ImportStore } from './import-store';
import { importTexts as texts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '从表格导入' });

function Problems({ problems }: { problems: ImportResult['problems'] }) {
  return (
    <View className="card">
      {problems.map(({ row, column, heading, value, reason }) => (
        <View key={`${row}${column}`} className="import-problem">
          <View className="import-problem__where">{`${texts.cell(row, column)} · ${heading}`}</View>
          <View className="import-problem__value">{value || texts.empty}</View>
          <View className="import-problem__why">{reason}</View>
        </View>
      ))}
    </View>
  );
}

const namesShown = 5;

const Looked = observer(({ store, looked }: { store: ImportStore; looked: ImportResult }) => {
  const { rows, names, problems } = looked;
  if (store.created > 0) {
    return (
      <Notice icon="check" tone="good" hint={texts.doneHint}>
        {texts.done(store.created)}
      </Notice>
    );
  }
  if (problems.length > 0) {
    return (
      <>
        <Notice icon="warning" tone="danger">
          {texts.bad(problems.length)}
        </Notice>
        <Problems problems={problems} />
      </>
    );
  }
  return (
    <Notice icon="check" tone="good" hint={texts.more(names.slice(0, namesShown), rows)}>
      {texts.good(rows)}
    </Notice>
  );
});

const Choosing = observer(({ store }: { store: ImportStore }) => {
  const { chosen, looked, failure, isWorking } = store;
  const words = failure && failureWords(failure);
  return (
    <>
      <View className="card merchant-desk__part">
        <Heading level={2}>{texts.step2}</Heading>
        <View className="hint">{texts.step2Hint}</View>
        {chosen ? <View className="merchant-desk__value">{texts.chosen(chosen.name)}</View> : null}
        <ActionButton
          text={isWorking ? texts.checking : chosen ? texts.chooseAgain : texts.choose}
          isWorking={isWorking}
          onPress={() => void store.choose()}
        />
      </View>
      {store.isTooBig ? (
        <Notice icon="warning" tone="danger">
          {texts.tooBig}
        </Notice>
      ) : null}
      {words ? (
        <Notice icon="warning" tone="danger" hint={words.hint}>
          {words.title}
        </Notice>
      ) : null}
      {looked ? <Looked store={store} looked={looked} /> : null}
    </>
  );
});

function ImportMerchants() {
  const root = useRootStore();
  const { communityId = '' } = merchantRoutes.import.parse(useRouter().params);
  const [store] = useState(() => new ImportStore(root, communityId));
  const { looked, canImport, created } = store;
  const dock = canImport ? (
    <ActionButton
      kind="primary"
      text={texts.import(looked?.rows ?? 0)}
      isWorking={store.isWorking}
      onPress={() => void store.import()}
    />
  ) : created > 0 ? (
    <ActionButton
      kind="primary"
      text={texts.toList}
      onPress={() => root.device.navigation.back('/settings/rider/me')}
    />
  ) : null;
  return (
    <Screen title={texts.title} dock={dock}>
      <View className="merchant-desk">
        <View className="card merchant-desk__part">
          <Heading level={2}>{texts.step1}</Heading>
          <View className="hint">{texts.step1Hint}</View>
          <ActionButton icon="download" text={texts.template} onPress={() => void store.downloadTemplate()} />
          {store.hasNoPlace ? <View className="hint">{texts.noTemplate}</View> : null}
        </View>
        <Choosing store={store} />
      </View>
    </Screen>
  );
}

export default observer(ImportMerchants);
