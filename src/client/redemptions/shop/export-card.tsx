import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { useState } from 'react';
import type { Failure } from '../../failure';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { today } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { failureWords } from '../../ui/state-views';
import { WhenField } from '../../ui/when-field';
import type { BooksStore } from './books-store';
import { booksTexts as texts } from './texts';

/** The first of the month until today, unless other days are chosen. */
export const ExportCard = observer(({ store }: { store: BooksStore }) => {
  const { device } = useRootStore();
  const day = today(store.now);
  const [from, setFrom] = useState(`${day.slice(0, 8)}01`);
  const [to, setTo] = useState(day);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    setFailure(null);
    const outcome = await store.export(from, to);
    if (outcome === false) {
      setFailure(store.failure);
      store.forgetFailure();
    } else device.feedback.toast(outcome ? texts.exported : texts.noWay);
  };
  return (
    <View className="card books__export">
      <Heading level={2}>{texts.export}</Heading>
      <View className="hint">{texts.exportHint}</View>
      <View className="books__dates">
        <WhenField label={texts.from} kind="date" value={from} onChange={setFrom} />
        <WhenField label={texts.to} kind="date" value={to} onChange={setTo} />
      </View>
      {failure ? (
        <Notice icon="warning" tone="danger">
          {failureWords(failure).title}
        </Notice>
      ) : null}
      <ActionButton
        icon="download"
        text={texts.download}
        isWorking={store.isWorking}
        onPress={() => void save()}
      />
    </View>
  );
});
