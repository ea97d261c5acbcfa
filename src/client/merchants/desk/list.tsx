import { View } from '@tarojs/components';
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react';
import { useState } from 'react';
import { merchantStatuses, type ManagedMerchant } from '../../../contract/merchants';
import { useRootStore } from '../../root-store';
import { ActionButton } from '../../ui/action-button';
import { Chips } from '../../ui/chips';
import { ListEnd } from '../../ui/list-end';
import { Panes } from '../../ui/panes';
import { Pressable } from '../../ui/pressable';
import { Screen } from '../../ui/screen';
import { LoadingRows, remoteView, Still } from '../../ui/state-views';
import { Tag } from '../../ui/tag';
import { SearchField } from '../../ui/search-field';
import { useIsWide } from '../../ui/wide-screen';
import { categoryTexts } from '../category-text';
import { merchantRoutes } from '../routes';
import { isWaiting, MerchantListStore } from './list-store';
import { MerchantView } from './merchant-view';
import { listTexts as texts, statusTexts } from './texts';
import './desk.scss';

definePageConfig({ navigationBarTitleText: '商户' });

const Filters = observer(({ store }: { store: MerchantListStore }) => {
  return (
    <View className="merchant-desk__part">
      <SearchField
        label={texts.search}
        placeholder={texts.searchPlaceholder}
        maxLength={40}
        searched={store.search}
        onSearch={(words) => void store.find(words)}
      />
      <Chips
        isScrolling
        label={texts.status}
        value={store.filter}
        options={[
          { value: 'any' as const, text: texts.any },
          { value: 'waiting' as const, text: texts.waiting(store.waiting) },
          ...merchantStatuses.map((value) => ({ value, text: statusTexts[value].name })),
        ]}
        onChange={(filter) => void store.setFilter(filter)}
      />
    </View>
  );
});

interface RowProps {
  merchant: ManagedMerchant;
  isChosen: boolean;
  onChoose: () => void;
}

const Row = observer(({ merchant, isChosen, onChoose }: RowProps) => {
  const { name, category, address, status } = merchant;
  const { name: text, tone } = isWaiting(merchant)
    ? { name: texts.applied, tone: 'accent' as const }
    : statusTexts[status];
  return (
    <Pressable className={`merchant-row ${isChosen ? 'merchant-row--on' : ''}`} onPress={onChoose}>
      <View className="merchant-desk__top">
        <View className="merchant-row__name">{name}</View>
        <Tag text={text} tone={tone} />
      </View>
      <View className="hint">{`${categoryTexts[category]} · ${address}`}</View>
    </Pressable>
  );
});

interface RowsProps {
  store: MerchantListStore;
  rows: readonly ManagedMerchant[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}

const Rows = observer(({ store, rows, chosenId, onChoose }: RowsProps) => {
  const { pages } = store;
  if (rows.length === 0) {
    return store.hasFilters ? (
      <Still
        icon="search"
        title={texts.nothing}
        hint={texts.nothingHint}
        action={{ text: texts.clearAll, onPress: () => void store.clear() }}
      />
    ) : (
      <Still icon="shop" title={texts.empty} hint={texts.emptyHint} />
    );
  }
  return (
    <View className="merchant-desk">
      {rows.map((merchant) => (
        <Row
          key={merchant.id}
          merchant={merchant}
          isChosen={merchant.id === chosenId}
          onChoose={() => onChoose(merchant.id)}
        />
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

function Merchants() {
  const root = useRootStore();
  const { communityId = '' } = merchantRoutes.manage.parse(useRouter().params);
  const [store] = useState(() => new MerchantListStore(root, communityId));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const isWide = useIsWide();
  const { navigation } = root.device;
  useDidShow(() => void store.load());
  useReachBottom(() => void store.pages.loadMore());
  const side = (
    <>
      {store.canCreate ? (
        <View className="merchant-desk__acts">
          <ActionButton
            icon="plus"
            text={texts.add}
            onPress={() => navigation.to(merchantRoutes.edit.to({ communityId }))}
          />
          <ActionButton
            text={texts.import}
            onPress={() => navigation.to(merchantRoutes.import.to({ communityId }))}
          />
        </View>
      ) : null}
      <Filters store={store} />
      {remoteView({
        remote: store.pages.rows,
        onRetry: () => void store.load(),
        isOnline: root.settings.isOnline,
        loading: <LoadingRows count={5} />,
        children: (rows) => (
          <Rows store={store} rows={rows} chosenId={isWide ? chosenId : null} onChoose={setChosenId} />
        ),
      })}
    </>
  );
  const chosen =
    chosenId === null ? (
      <Still icon="shop" title={texts.pick} hint={texts.pickHint} />
    ) : (
      <MerchantView key={chosenId} communityId={communityId} merchantId={chosenId} onChanged={store.show} />
    );
  // On a phone the one chosen takes the place of the list.
  const isAlone = !isWide && chosenId !== null;
  return (
    <Screen title={texts.title} isWide>
      {isAlone ? (
        <View className="merchant-desk">
          <ActionButton icon="back" kind="quiet" text={texts.back} onPress={() => setChosenId(null)} />
          {chosen}
        </View>
      ) : (
        <Panes side={side} main={isWide ? chosen : null} />
      )}
    </Screen>
  );
}

export default observer(Merchants);
