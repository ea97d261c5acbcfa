import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { instantText, today } from '../../ui/dates';
import { Heading } from '../../ui/heading';
import { ListEnd } from '../../ui/list-end';
import { Notice } from '../../ui/notice';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { semantics } from '../../ui/semantics';
import { failureWords, LoadingRows, remoteView, Still } from '../../ui/state-views';
import { WhenField } from '../../ui/when-field';
import { auditRoutes } from '../routes';
import { logTexts as texts } from './texts';
import { entryWords } from './entry-words';
import { LogStore, type LogRow } from './log-store';
import './log.scss';

definePageConfig({ navigationBarTitleText: '操作记录' });

const Entry = observer(({ entry }: { entry: LogRow }) => {
  const { what, more } = entryWords(entry);
  return (
    <View className="log-entry">
      <View className="log-entry__what">{what}</View>
      <View className="log-entry__more">{more}</View>
      <View className="hint">{`${instantText(entry.at)} · ${texts.number(entry.number)}`}</View>
    </View>
  );
});

const Entries = observer(({ store, rows }: { store: LogStore; rows: readonly LogRow[] }) => {
  const { pages } = store;
  if (rows.length === 0) return <Still icon="list" title={texts.empty} hint={texts.emptyHint} />;
  return (
    <>
      <View className="card">
        {rows.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </View>
      <ListEnd
        hasMore={pages.hasMore}
        isLoadingMore={pages.isLoadingMore}
        moreFailure={pages.moreFailure}
        count={rows.length}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
});

const Outcome = observer(({ store }: { store: LogStore }) => {
  const { failure, exported } = store;
  if (failure) {
    return (
      <Notice icon="warning" tone="danger" hint={failureWords(failure).hint}>
        {failureWords(failure).title}
      </Notice>
    );
  }
  if (!exported) return null;
  return exported.firstBroken === null ? (
    <Notice icon="check" tone="good" hint={texts.intact}>
      {texts.exported(exported.entries)}
    </Notice>
  ) : (
    <Notice icon="warning" tone="danger" hint={texts.exported(exported.entries)}>
      {texts.broken(exported.firstBroken)}
    </Notice>
  );
});

/** Files belong on the desk's computer. */
const Export = observer(({ store }: { store: LogStore }) => {
  const { device, parts } = useRootStore();
  const [from, setFrom] = useState(() => today(parts.clock.now()));
  const [to, setTo] = useState(from);
  const areDaysWrong = from > to;
  return (
    <View className="card log-export">
      <View>
        <Heading level={2}>{texts.exportTitle}</Heading>
        <View className="hint">{device.download.isAvailable ? texts.exportHint : texts.onDesk}</View>
      </View>
      {device.download.isAvailable ? (
        <>
          <View className="log-export__days">
            <WhenField kind="date" label={texts.from} value={from} onChange={setFrom} />
            <WhenField kind="date" label={texts.to} value={to} onChange={setTo} />
          </View>
          {areDaysWrong ? (
            <View className="field__wrong" {...semantics({ role: 'alert' })}>
              {texts.wrongDays}
            </View>
          ) : null}
          <ActionButton
            icon="download"
            text={texts.export}
            isDisabled={areDaysWrong}
            isWorking={store.isExporting}
            onPress={() => void store.export(from, to)}
          />
          <Outcome store={store} />
        </>
      ) : null}
    </View>
  );
});

function Log() {
  const root = useRootStore();
  const { communityId = '' } = auditRoutes.log.parse(useRouter().params);
  const [store] = useState(() => new LogStore(root, communityId));
  useDidShow(() => void store.load());
  useReachBottom(() => void store.pages.loadMore());
  const side = (
    <>
      <View className="hint">{texts.lead}</View>
      <Export store={store} />
    </>
  );
  return (
    <Screen title={texts.title} isWide>
      <Panes
        side={side}
        main={remoteView({
          remote: store.pages.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={5} />,
          children: (rows) => <Entries store={store} rows={rows} />,
        })}
      />
    </Screen>
  );
}

export default observer(Log);
