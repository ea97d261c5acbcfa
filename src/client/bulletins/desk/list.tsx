import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { bulletinLimits, bulletinStates, type ManagedBulletinRow } from '../../../contract/bulletins';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Panes } from '../../ui/panes';
import { Screen } from '../../ui/screen';
import { SearchField } from '../../ui/search-field';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { useIsWide } from '../../ui/wide-screen';
import { bulletinRoutes } from '../routes';
import { BulletinView } from './bulletin-view';
import { BulletinListStore } from './list-store';
import { ManagedRow } from './managed-row';
import { listTexts as texts, stateTexts } from './texts';
import './list.scss';

definePageConfig({ navigationBarTitleText: '政策通知' });

const anyState = { value: 'any', text: texts.all } as const;

const Chosen = observer(({ store }: { store: BulletinListStore }) => {
  const { settings } = useRootStore();
  return remoteView({
    remote: store.chosen,
    onRetry: () => void store.open(store.chosenId),
    isOnline: settings.isOnline,
    loading: <LoadingRows count={2} />,
    children: (bulletin) => <BulletinView key={bulletin.id} store={store} bulletin={bulletin} />,
  });
});

interface RowsProps {
  store: BulletinListStore;
  rows: readonly ManagedBulletinRow[];
  isWide: boolean;
}

const Rows = observer(({ store, rows, isWide }: RowsProps) => {
  const { pages, state, search, chosenId } = store;
  if (rows.length === 0) {
    return state === 'any' && !search ? (
      <Still icon="bulletin" title={texts.empty} hint={texts.emptyHint} />
    ) : (
      <Still icon="search" title={texts.emptyState} hint={texts.emptyStateHint} />
    );
  }
  return (
    <View className="managed-rows">
      {rows.map((bulletin) => {
        const isChosen = bulletin.id === chosenId;
        return (
          <View key={bulletin.id} className="managed-rows__one">
            <ManagedRow
              bulletin={bulletin}
              isChosen={isChosen}
              onChoose={() => void store.open(isChosen && !isWide ? null : bulletin.id)}
            />
            {isChosen && !isWide ? <Chosen store={store} /> : null}
          </View>
        );
      })}
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

function ManagedBulletins() {
  const root = useRootStore();
  const { communityId = '', id } = bulletinRoutes.manage.parse(useRouter().params);
  const [store] = useState(() => {
    const made = new BulletinListStore(root, communityId);
    if (id) void made.open(id);
    return made;
  });
  const isWide = useIsWide();
  const { pages } = store;
  useDidShow(() => void store.load());
  useReachBottom(() => void pages.loadMore());
  const side = (
    <View className="managed-rows">
      {store.canCreate ? (
        <ActionButton
          icon="plus"
          kind="primary"
          text={texts.add}
          onPress={() => root.device.navigation.to(bulletinRoutes.edit.to({ communityId }))}
        />
      ) : null}
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        maxLength={bulletinLimits.searchLength}
        searched={store.search}
        onSearch={(words) => void store.setSearch(words)}
      />
      <Chips
        isScrolling
        label={texts.filter}
        value={store.state}
        options={[anyState, ...bulletinStates.map((value) => ({ value, text: stateTexts[value].name }))]}
        onChange={(state) => void store.setState(state)}
      />
      {remoteView({
        remote: pages.rows,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={4} />,
        children: (rows) => <Rows store={store} rows={rows} isWide={isWide} />,
      })}
    </View>
  );
  const main =
    store.chosenId === null ? (
      <Still icon="bulletin" title={texts.pick} hint={texts.pickHint} />
    ) : (
      <Chosen store={store} />
    );
  return (
    <Screen title={texts.title} isWide>
      <Panes side={side} main={isWide ? main : null} />
    </Screen>
  );
}

export default observer(ManagedBulletins);
