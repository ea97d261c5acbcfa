import { View } from '@tarojs/components';
import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { bulletinCategories, bulletinLimits, type BulletinRow as Row } from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Screen } from '../../ui/screen';
import { SearchField } from '../../ui/search-field';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { categoryTexts } from '../category-text';
import { BulletinRow } from './bulletin-row';
import { BulletinsStore } from './list-store';
import './list.scss';
import { listTexts as texts } from './texts';

definePageConfig({ navigationBarTitleText: '政策通知' });

const options = [
  { value: 'any', text: texts.all } as const,
  ...bulletinCategories.map((value) => ({ value, text: categoryTexts[value] })),
];

/** Nothing there: of what was searched for, of the category, or at all. */
const Nothing = observer(({ store }: { store: BulletinsStore }) => {
  const { search, category } = store;
  if (search) return <Still icon="search" title={texts.nothing(search)} hint={texts.nothingHint} />;
  return category ? (
    <Still icon="bulletin" title={texts.emptyCategory} hint={texts.emptyCategoryHint} />
  ) : (
    <Still icon="bulletin" title={texts.empty} hint={texts.emptyHint} />
  );
});

const Rows = observer(({ store, rows }: { store: BulletinsStore; rows: readonly Row[] }) => {
  const { pages } = store;
  if (rows.length === 0) return <Nothing store={store} />;
  return (
    <View className="bulletin-list__rows">
      {rows.map((row) => (
        <BulletinRow key={row.id} row={row} />
      ))}
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

function BulletinList() {
  const root = useRootStore();
  const [store] = useState(() => new BulletinsStore(root));
  useDidShow(() => void store.load());
  useReachBottom(() => void store.pages.loadMore());
  return (
    <Screen title={texts.title}>
      <View className="bulletin-list">
        <SearchField
          label={texts.search}
          placeholder={texts.searchPlaceholder}
          maxLength={bulletinLimits.searchLength}
          searched={store.search}
          onSearch={(words) => void store.setSearch(words)}
        />
        <Chips
          isScrolling
          label={texts.category}
          value={store.category ?? 'any'}
          options={options}
          onChange={(value) => void store.setCategory(value === 'any' ? null : value)}
        />
        {remoteView({
          remote: store.pages.rows,
          onRetry: () => void store.load(),
          isOnline: root.settings.isOnline,
          loading: <LoadingRows count={5} />,
          children: (rows) => <Rows store={store} rows={rows} />,
        })}
      </View>
    </Screen>
  );
}

export default observer(BulletinList);
