import { View } from '@tarojs/components';
import { observer } from 'mobx-react';
import type { PointEntry } from '../../contract/points';
import type { RemoteList } from '../remote-list';
import { instantText } from '../ui/dates';
import { ListEnd } from '../ui/list-end';
import { amountText, kindNames } from './texts';
import './entry-rows.scss';

const Row = observer(({ entry }: { entry: PointEntry }) => {
  const { kind, amount, about, reason, at } = entry;
  const more = about ?? reason;
  return (
    <View className="point-entry">
      <View className="point-entry__words">
        <View className="point-entry__kind">{kindNames[kind]}</View>
        {more ? <View className="point-entry__more">{more}</View> : null}
        <View className="hint">{instantText(at)}</View>
      </View>
      <View className={`point-entry__amount ${amount > 0 ? 'point-entry__amount--up' : ''}`}>
        {amountText(amount)}
      </View>
    </View>
  );
});

/** What a balance came of, the newest first, with more of it below. */
export const EntryRows = observer(({ pages }: { pages: RemoteList<PointEntry> }) => {
  const rows = pages.rows.data ?? [];
  return (
    <>
      <View className="card point-entries">
        {rows.map((entry) => (
          <Row key={entry.id} entry={entry} />
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
