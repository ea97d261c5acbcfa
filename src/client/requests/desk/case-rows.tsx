import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import { ListEnd } from '../../ui/list-end';
import { semantics } from '../../ui/semantics';
import { Still } from '../../ui/state-views';
import { CaseLine } from './case-line';
import './case-rows.scss';
import type { RequestListStore } from './list-store';
import { listTexts as texts } from './texts';

interface CaseRowsProps {
  store: RequestListStore;
  as: 'line' | 'card';
  onOpen: (id: string) => void;
}

const columns = Object.entries(texts.head);

function Head() {
  return (
    <View
      className="request-row request-row--line request-rows__head"
      {...semantics({ 'aria-hidden': true })}
    >
      {columns.map(([column, text]) => (
        <View key={column} className={`request-rows__${column}`}>
          {text}
        </View>
      ))}
    </View>
  );
}

/** The list of the desk: a table where there is room, cards elsewhere. */
export const CaseRows = observer(({ store, as, onOpen }: CaseRowsProps) => {
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
    <View className={`request-rows request-rows--${as}`}>
      {as === 'line' ? <Head /> : null}
      <View className="request-rows__all" {...semantics({ role: 'list', 'aria-label': texts.title })}>
        {rows.map((row) => (
          <View
            key={row.id}
            className={`request-rows__one ${store.openId === row.id ? 'request-rows__one--open' : ''}`}
            {...semantics({ role: 'listitem' })}
          >
            <CaseLine row={row} as={as} isOpen={store.openId === row.id} onOpen={() => onOpen(row.id)} />
          </View>
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
