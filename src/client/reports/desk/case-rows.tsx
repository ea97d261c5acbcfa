import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { CaseRow } from '../../../contract/report-cases';
import { Icon } from '../../ui/icon';
import { ListEnd } from '../../ui/list-end';
import { Notice } from '../../ui/notice';
import { Pressable } from '../../ui/pressable';
import { semantics } from '../../ui/semantics';
import { Still } from '../../ui/state-views';
import { reportNumberText } from '../report-text';
import type { BulkStore } from './bulk-store';
import { CaseLine } from './case-line';
import type { TriageStore } from './triage-store';
import { bulkTexts, triageTexts as texts } from './triage-texts';
import './case-rows.scss';

interface RowsProps {
  store: TriageStore;
  /** Without it nothing can be chosen. */
  bulk: BulkStore | null;
  as: 'line' | 'card';
  onOpen: (id: string) => void;
}

interface BoxProps {
  isOn: boolean;
  label: string;
  onToggle: () => void;
}

function Box({ isOn, label, onToggle }: BoxProps) {
  return (
    <Pressable className="case-rows__box" role="checkbox" isChecked={isOn} label={label} onPress={onToggle}>
      <View className={`check-row__box ${isOn ? 'check-row__box--on' : ''}`}>
        {isOn ? <Icon name="check" /> : null}
      </View>
    </Pressable>
  );
}

const columns = Object.entries(texts.head);

const Head = observer(({ bulk }: { bulk: BulkStore | null }) => (
  <View className="case-rows__head">
    {bulk ? <Box isOn={bulk.areAllChosen} label={bulkTexts.chooseAll} onToggle={bulk.toggleAll} /> : null}
    <View className="case-line case-line--line" {...semantics({ 'aria-hidden': true })}>
      {columns.map(([column, text]) => (
        <View key={column} className={`case-line__${column}`}>
          {text}
        </View>
      ))}
    </View>
  </View>
));

interface RowProps extends Omit<RowsProps, 'onOpen'> {
  row: CaseRow;
  onOpen: () => void;
}

const Row = observer(({ store, bulk, row, as, onOpen }: RowProps) => {
  const isChosen = bulk?.chosen.has(row.id) ?? false;
  const problem = bulk?.problems.get(row.id);
  const isOpen = store.openId === row.id;
  const kinds = [isChosen ? 'case-rows__one--chosen' : '', isOpen ? 'case-rows__one--open' : ''];
  return (
    <View
      className={['case-rows__one', ...kinds].filter(Boolean).join(' ')}
      {...semantics({ role: 'listitem' })}
    >
      <View className="case-rows__line">
        {bulk ? (
          <Box
            isOn={isChosen}
            label={bulkTexts.choose(reportNumberText(row.number))}
            onToggle={() => bulk.toggle(row.id)}
          />
        ) : null}
        <CaseLine row={row} as={as} isOpen={isOpen} onOpen={onOpen} />
      </View>
      {problem ? (
        <Notice icon="warning" tone="danger">
          {problem}
        </Notice>
      ) : null}
    </View>
  );
});

/** The list of the desk: a table where there is room, cards elsewhere. */
export const CaseRows = observer(({ store, bulk, as, onOpen }: RowsProps) => {
  const { pages, rows } = store;
  if (rows.length === 0) {
    return store.isFiltered ? (
      <Still
        icon="search"
        title={texts.nothing}
        hint={texts.nothingHint}
        action={{ text: texts.clearAll, onPress: () => void store.clear() }}
      />
    ) : (
      <Still icon="check" title={texts.empty} hint={texts.emptyHint} />
    );
  }
  return (
    <View className={`case-rows case-rows--${as}`}>
      {as === 'line' ? <Head bulk={bulk} /> : null}
      <View className="case-rows__all" {...semantics({ role: 'list', 'aria-label': texts.title })}>
        {rows.map((row) => (
          <Row key={row.id} store={store} bulk={bulk} row={row} as={as} onOpen={() => onOpen(row.id)} />
        ))}
      </View>
      <ListEnd
        hasMore={pages.hasMore}
        isLoadingMore={pages.isLoadingMore}
        moreFailure={pages.moreFailure}
        count={rows.length}
        onMore={() => void pages.loadMore()}
      />
    </View>
  );
});
